package org.refocusrecord.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.app.postgres.MadeAlready;

import tools.jackson.databind.JsonNode;

import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A body that is larger than all the memory of the server that takes it, and of the program that
 * sends it, goes to its end: what is in memory is what is under way, however much comes. Most of
 * its lines are repeats, since to record as much would take longer than this is worth.
 */
@Timeout(300)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ImportingMuchWithLittleMemoryTest {

    private static final int HEAP_OF_THE_SERVER = 96;
    private static final int HEAP_OF_THE_SENDER = 24;
    private static final long BYTES = 100 << 20;
    private static final long BYTES_OF_THE_SENDER = 32 << 20;
    private static final int CASES = 20;
    private static final int SESSIONS = 40;
    private static final int TEXTS = 50;
    private static final String LONG = "It was said at length. ".repeat(43);

    @TempDir private Path folder;
    @AutoClose private final ServerProcess server;
    private final Door door;

    ImportingMuchWithLittleMemoryTest(@TempDir Path home) throws Exception {
        server =
                new ServerProcess(
                        MadeAlready.in(home.resolve("data")), Map.of(), HEAP_OF_THE_SERVER);
        door = new Door(server.url());
    }

    @Test
    void a_body_that_is_larger_than_either_heap_and_mostly_repeats_goes_to_its_end()
            throws Exception {
        server.start();
        server.awaitReady(door);
        Team team = Team.on(server.data(), door);
        Path file = folder.resolve("history.ndjson");
        List<String> sessions = sessions(team);
        int lines = written(file, sessions, BYTES);
        assertThat(Files.size(file)).isGreaterThan((long) HEAP_OF_THE_SERVER << 20);

        List<String> told = new ArrayList<>();
        try (ImportSending sending = new ImportSending(server.port(), team.posting(), file)) {
            for (JsonNode outcome : sending.outcomes(lines + 1)) {
                told.add(outcome.path("outcome").asString());
            }
        }

        assertThat(told).as(server.said()).hasSize(lines);
        assertThat(told.subList(0, SESSIONS)).containsOnly("RECORDED");
        assertThat(told.subList(SESSIONS, lines)).containsOnly("REPEATED");
        assertThat(recorded()).isEqualTo(1 + CASES + SESSIONS * (1L + TEXTS));

        lines = written(file, sessions, BYTES_OF_THE_SENDER);
        assertThat(Files.size(file)).isGreaterThan((long) HEAP_OF_THE_SENDER << 20);
        String heap = "-Xmx" + HEAP_OF_THE_SENDER + "m";
        try (ImportProcess importing =
                new ImportProcess(server.url(), team.posting(), file, heap)) {
            ImportProcess.Ended again = importing.ended();
            assertThat(again.said())
                    .contains("recorded 0, repeated %d, refused 0".formatted(lines));
            assertThat(again.code()).isZero();
        }
        assertThat(recorded()).isEqualTo(1 + CASES + SESSIONS * (1L + TEXTS));
        server.awaitReady(door);
        assertThat(server.said()).doesNotContain("OutOfMemoryError");
    }

    private List<String> sessions(Team team) throws Exception {
        List<String> cases = new ArrayList<>();
        for (int index = 0; index < CASES; index++) {
            cases.add(team.openCase(door));
        }
        List<String> sessions = new ArrayList<>();
        for (int index = 0; index < SESSIONS; index++) {
            String body = team.longSession(cases.get(index % CASES), TEXTS, LONG);
            sessions.add("{\"command\": \"session\", \"body\": " + body + "}\n");
        }
        return sessions;
    }

    /** Again and again; answers how many lines there are in the end. */
    private static int written(Path file, List<String> sessions, long most) throws Exception {
        int lines = 0;
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (long bytes = 0; bytes < most; lines++) {
                String line = sessions.get(lines % sessions.size());
                out.write(line);
                bytes += line.length();
            }
        }
        return lines;
    }

    /** As many events as callers have had recorded. */
    private long recorded() throws Exception {
        try (Connection owner = new DatabaseProcesses(server.data()).asOwner();
                Statement statement = owner.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select count(*) from refocus_log.event where stream not like"
                                        + " 'log/%'")) {
            row.next();
            return row.getLong(1);
        }
    }
}
