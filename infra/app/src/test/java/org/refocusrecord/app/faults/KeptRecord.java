package org.refocusrecord.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.refocusrecord.app.RefocusRecord;
import org.refocusrecord.app.faults.Door.Answer;
import org.refocusrecord.app.server.RefocusServer;
import org.refocusrecord.app.server.StartOrder;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

/** A data folder with one session in it, by which one sees that it was not harmed. */
final class KeptRecord {

    private final Path data;
    private final String body;
    private final byte[] receipt;
    private final String token;

    private KeptRecord(Path data, String token, String body, byte[] receipt) {
        this.data = data;
        this.token = token;
        this.body = body;
        this.receipt = receipt;
    }

    /** Makes one in a new folder. */
    static KeptRecord madeIn(Path data) throws IOException, InterruptedException {
        try (RefocusServer server = server(data)) {
            Door door = new Door(server.start());
            Team team = Team.on(data, door);
            String body = team.session(team.openCase(door), Team.id(), "It was said before.");
            Answer answer = door.post("/api/v1/sessions", body, team.posting());
            assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
            return new KeptRecord(data, team.posting(), body, answer.body());
        }
    }

    private static RefocusServer server(Path data) {
        return new RefocusServer(StartOrder.embedded(data, 0), progress -> {});
    }

    Path data() {
        return data;
    }

    /** How a call ended that was to fail. */
    record Ended(int code, String said) {}

    /** Calls {@code up}, as somebody at the command line does. */
    static Ended up(Path data, int port) {
        StringWriter said = new StringWriter();
        CommandLine line = RefocusRecord.commandLine().setErr(new PrintWriter(said, true));
        int code = line.execute("up", "--port", Integer.toString(port), "--data", data.toString());
        return new Ended(code, said.toString());
    }

    /** It starts, and its session is there. */
    void startsUnharmed() throws IOException, InterruptedException {
        try (RefocusServer server = server(data)) {
            Door door = new Door(server.start());
            Answer again = door.post("/api/v1/sessions", body, token);
            assertThat(again.status()).as(again.toString()).isEqualTo(200);
            assertThat(again.body()).isEqualTo(receipt);
        }
    }
}
