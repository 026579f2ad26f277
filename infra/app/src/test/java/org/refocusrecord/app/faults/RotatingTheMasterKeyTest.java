package org.refocusrecord.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.app.RefocusRecord;
import org.refocusrecord.app.postgres.MadeAlready;
import org.refocusrecord.app.server.RefocusServer;
import org.refocusrecord.app.server.StartOrder;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The master key is changed by one call while the server runs, which need not be started again. */
class RotatingTheMasterKeyTest {

    private static final String SAID = "It was said before.";

    @TempDir private Path folder;
    private final StringWriter said = new StringWriter();

    private int call(String... arguments) {
        CommandLine line = RefocusRecord.commandLine();
        return line.setErr(new PrintWriter(said, true))
                .setOut(new PrintWriter(said, true))
                .execute(arguments);
    }

    @Test
    void what_was_recorded_is_read_and_what_is_recorded_later_too() throws Exception {
        Path data = MadeAlready.in(folder.resolve("data"));
        Path file = data.resolve("keys/master.key");
        Team team;
        String aCase;
        String session;
        try (RefocusServer server = new RefocusServer(StartOrder.embedded(data, 0), _ -> {})) {
            Door door = new Door(server.start());
            team = Team.on(data, door);
            aCase = team.openCase(door);
            session = team.session(aCase, Team.id(), SAID);
            recorded(door, team, session, 201);
            String old = Files.readString(file);

            assertThat(call("keys", "rotate", "--data", data.toString()))
                    .as(said::toString)
                    .isZero();

            assertThat(Files.readAllLines(file)).hasSize(1).doesNotContain(old.strip());
            recorded(door, team, session, 200);
            recorded(door, team, team.session(team.openCase(door), Team.id(), SAID), 201);
            isRead(door, team, aCase);
            String held = Files.readString(file);
            assertThat(call("keys", "rotate", "--data", data.toString())).isZero();
            lacksTheNewKey(door, team, file, held);
        }
        assertThat(call("keys", "rotate", "--data", data.toString())).isEqualTo(2);
        assertThat(said.toString()).contains("does not run");
        try (RefocusServer server = new RefocusServer(StartOrder.embedded(data, 0), _ -> {})) {
            Door door = new Door(server.start());
            recorded(door, team, session, 200);
            isRead(door, team, aCase);
        }
    }

    /** A server that was forgotten says so, and goes on as soon as the key is there. */
    private static void lacksTheNewKey(Door door, Team team, Path file, String held)
            throws Exception {
        String opening = team.opening(Team.id());
        String now = Files.readString(file);
        Files.writeString(file, held);

        Door.Answer refused = door.post("/api/v1/cases", opening, team.posting());

        assertThat(refused.status()).as(refused.toString()).isEqualTo(503);
        assertThat(refused.json().path("code").asString("")).isEqualTo("key.not-held");
        assertThat(refused.response().headers().firstValue("Retry-After")).isPresent();
        Files.writeString(file, now);
        assertThat(door.post("/api/v1/cases", opening, team.posting()).status()).isEqualTo(201);
    }

    private static void recorded(Door door, Team team, String session, int status)
            throws Exception {
        Door.Answer answer = door.post("/api/v1/sessions", session, team.posting());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    }

    private static void isRead(Door door, Team team, String aCase) throws Exception {
        for (String what : List.of("events", "care-plan")) {
            assertThat(door.get("/api/v1/cases/" + aCase + "/" + what, team.reading()).toString())
                    .contains(SAID);
        }
    }

    @Test
    void keys_by_itself_says_what_there_is() {
        assertThat(call("keys")).isEqualTo(2);
        assertThat(call("keys", "rotate", "--data", folder.resolve("nowhere").toString()))
                .isEqualTo(2);
        assertThat(said.toString()).contains("keys --help", "There is no data");
    }
}
