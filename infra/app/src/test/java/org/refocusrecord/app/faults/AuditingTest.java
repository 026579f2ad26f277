package org.refocusrecord.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The whole log is audited from the command line, while its server runs. */
@Timeout(300)
class AuditingTest {

    @TempDir private Path folder;

    @Test
    void what_was_altered_behind_the_service_is_named_and_a_sound_log_is_said_to_be_sound()
            throws Exception {
        Path data = MadeAlready.in(folder.resolve("data"));
        // So that no note of heads comes between.
        List<String> settings = List.of("--refocus.seal.heads-every=1d");
        try (RefocusServer server =
                new RefocusServer(new StartOrder(data, 0, null, settings), _ -> {})) {
            Door door = new Door(server.start());
            Team team = Team.on(data, door);
            Lane lane = new Lane(team, door);
            for (int session = 0; session < 3; session++) {
                assertThat(lane.settle(lane.next(), door).status()).isEqualTo(201);
            }
            Path key = kept(door, team, "public-key");
            Path checkpoint = kept(door, team, "checkpoint?minPosition=14");

            Ended sound = audit(data, "--key", key, "--checkpoint", checkpoint);
            assertThat(sound.said())
                    .startsWith("sound\n")
                    .contains("14 events were read, 14 of them stand in the kept tree")
                    .contains("the newest checkpoint signs the first 14;");
            assertThat(sound.code()).isZero();
            assertThat(audit(data, "--checkpoint", checkpoint).said())
                    .startsWith("sound\n")
                    .contains("The log's own key was believed");
            Path ofAnotherLog = folder.resolve("other");
            Files.writeString(
                    ofAnotherLog, Files.readString(checkpoint).replaceFirst("\\A.*", "elsewhere"));
            assertThat(audit(data, "--checkpoint", ofAnotherLog)).isEqualTo(new Ended(2, ""));
            requireAWordAboutATrustWithoutTeams(data, door, team);

            try (Connection owner = new DatabaseProcesses(data).asOwner()) {
                Sql.run(owner, "alter table refocus_log.event disable trigger all");
                Sql.run(owner, "update refocus_log.event set posted_by = 'x' where position = 7");
            }
            Ended altered = audit(data, "--key", key);
            assertThat(altered.code()).isEqualTo(1);
            assertThat(altered.said())
                    .startsWith("not sound\n- position 7: event ")
                    .contains("is not the one that was sealed there")
                    .contains(
                            "Up to position 6 it had read the log, which has 14 events. The kept"
                                    + " tree is over 14,")
                    .contains("the newest checkpoint claims to be over 14;")
                    .doesNotContain("6 events were read");
        }
        assertThat(audit(data).code()).isEqualTo(2);
    }

    /** Here since there is a server of a data folder to ask. */
    private static void requireAWordAboutATrustWithoutTeams(Path data, Door door, Team team)
            throws Exception {
        String known =
                door.get("/api/v1/teams", team.reading()).json().at("/teams/0/trust").asString();
        StringWriter said = new StringWriter();
        CommandLine call = RefocusRecord.commandLine().setErr(new PrintWriter(said, true));
        for (String trust : List.of(known, "SLAMM")) {
            assertThat(
                            call.execute(
                                    "token",
                                    "--role",
                                    "AUDITOR",
                                    "--trust",
                                    trust,
                                    "--data",
                                    data.toString()))
                    .isZero();
        }
        assertThat(said.toString())
                .isEqualTo(
                        "refocus: no team of the trust SLAMM is recorded; those that have teams are %s.\n"
                                .formatted(known));
    }

    private Path kept(Door door, Team team, String what) throws Exception {
        Door.Answer answer = door.get("/api/v1/integrity/" + what, team.posting());
        assertThat(answer.status()).isEqualTo(200);
        return Files.write(Files.createTempFile(folder, "kept", ""), answer.body());
    }

    private record Ended(int code, String said) {}

    private static Ended audit(Path data, Object... more) {
        List<String> call = new ArrayList<>(List.of("audit", "--data", data.toString()));
        for (Object each : more) {
            call.add(each.toString());
        }
        AtomicInteger code = new AtomicInteger();
        String said =
                Console.saidBy(() ->
                        code.set(RefocusRecord.commandLine().execute(call.toArray(String[]::new))));
        return new Ended(code.get(), said);
    }
}
