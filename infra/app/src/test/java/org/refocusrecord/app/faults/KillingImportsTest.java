package org.refocusrecord.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.app.faults.Door.Answer;
import org.refocusrecord.app.faults.PostingClient.Post;
import org.refocusrecord.app.postgres.MadeAlready;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The server is killed in the middle of an import, as by {@code kill -9}. Sent again, every line is
 * there once, and who sends is told which were there before.
 */
@Timeout(300)
@DisplayNameGeneration(ReplaceUnderscores.class)
class KillingImportsTest {

    private static final int CASES = 10;

    /** More lines than stand before a gate and the 256 that are under way at most. */
    private static final int SESSIONS_EACH = 60;

    private static final int LINES = CASES * SESSIONS_EACH;
    private static final int MANY = 30;

    /** At this line the log waits, however fast others are: it is killed in the middle. */
    private static final int GATE = 100;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Pattern TOLD =
            Pattern.compile("recorded (\\d+), repeated (\\d+), refused 0");

    @TempDir static Path home;
    @AutoClose static ServerProcess server;
    private static Door door;

    @TempDir private Path folder;
    private Team team;
    private List<String> cases;
    private History history;

    @BeforeAll
    static void with_a_server_that_may_be_killed() throws Exception {
        server = new ServerProcess(MadeAlready.in(home.resolve("data")));
        door = new Door(server.url());
        comesBack();
        try (Connection owner = asOwner()) {
            Gates.make(owner);
        }
    }

    @BeforeEach
    void with_history_of_several_cases() throws Exception {
        team = Team.on(server.data(), door);
        cases = new ArrayList<>();
        for (int index = 0; index < CASES; index++) {
            cases.add(team.openCase(door));
        }
        history = History.of(folder.resolve("history.ndjson"), team, cases, SESSIONS_EACH);
    }

    @Test
    void sent_again_every_line_is_there_once_and_is_told_to_be_repeated_where_it_was_there()
            throws Exception {
        Map<String, byte[]> there = Map.of();
        for (int killedAfter : List.of(MANY, 5 * MANY)) {
            List<JsonNode> told;
            try (Connection _ = gateBefore(killedAfter + GATE);
                    ImportSending sending = sending()) {
                told = new ArrayList<>(sending.outcomes(killedAfter));
                server.kill();
                told.addAll(sending.outcomes(LINES));
            }
            assertThat(told).hasSizeBetween(killedAfter, LINES - 1);
            comesBack();
            Map<String, byte[]> now = receipts();
            assertThat(now).as("killed in the middle").hasSizeBetween(told.size(), LINES - 1);
            wereTold(told, there, now);
            there.forEach((id, receipt) -> assertThat(now.get(id)).isEqualTo(receipt));
            there = now;
        }

        List<JsonNode> told;
        try (ImportSending sending = sending()) {
            told = sending.outcomes(LINES + 1);
        }

        Map<String, byte[]> now = receipts();
        assertThat(told).hasSize(LINES);
        wereTold(told, there, now);
        there.forEach((id, receipt) -> assertThat(now.get(id)).isEqualTo(receipt));
        everyLineIsThereOnce(now);
    }

    @Test
    void the_command_line_goes_on_by_itself_when_the_server_is_back() throws Exception {
        try (Connection gate = gateBefore(GATE);
                ImportProcess importing = importing()) {
            killAt(gate);
            assertThat(importing.isAlive()).as("killed in the middle").isTrue();
            comesBack();

            ImportProcess.Ended ended = importing.ended();

            assertThat(ended.code()).as(ended.said()).isZero();
            Matcher told = TOLD.matcher(ended.said());
            assertThat(told.find()).as(ended.said()).isTrue();
            assertThat(Integer.parseInt(told.group(1)) + Integer.parseInt(told.group(2)))
                    .isEqualTo(LINES);
        }
        everyLineIsThereOnce(receipts());
    }

    @Test
    void the_command_line_that_was_killed_too_goes_on_when_it_is_called_again() throws Exception {
        try (Connection gate = gateBefore(GATE);
                ImportProcess importing = importing()) {
            killAt(gate);
            importing.kill();
        }
        comesBack();
        int before = receipts().size();
        assertThat(before).as("killed in the middle").isBetween(1, LINES - 1);

        assertThat(calledAgain())
                .isEqualTo("recorded %d, repeated %d, refused 0".formatted(LINES - before, before));
        assertThat(calledAgain()).isEqualTo("recorded 0, repeated %d, refused 0".formatted(LINES));
        everyLineIsThereOnce(receipts());
    }

    private ImportSending sending() throws IOException {
        return new ImportSending(server.port(), team.posting(), history.file());
    }

    private ImportProcess importing() throws IOException {
        return new ImportProcess(server.url(), team.posting(), history.file());
    }

    private String calledAgain() throws IOException, InterruptedException {
        try (ImportProcess importing = importing()) {
            ImportProcess.Ended ended = importing.ended();
            assertThat(ended.code()).as(ended.said()).isZero();
            return ended.said().strip();
        }
    }

    private static void comesBack() throws IOException, InterruptedException {
        server.start();
        server.awaitReady(door);
    }

    private static Connection asOwner() throws SQLException {
        return new DatabaseProcesses(server.data()).asOwner();
    }

    /** The log waits with that line, until this is closed. */
    private Connection gateBefore(int line) throws SQLException {
        Connection holder = asOwner();
        Gates.shut(holder, Step.EVENTS_WRITTEN, history.sessions().get(line - 1));
        return holder;
    }

    private static void killAt(Connection gate) throws SQLException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (Gates.waiting(gate).isEmpty()) {
            assertThat(Instant.now()).as("come to the gate by").isBefore(end);
            Thread.sleep(5);
        }
        server.kill();
        gate.close();
    }

    private byte @Nullable [] receipt(String sessionId) {
        try {
            Answer answer = door.get("/api/v1/sessions/" + sessionId + "/receipt", team.posting());
            assertThat(answer.status()).as(answer.toString()).isIn(200, 404);
            return answer.status() == 200 ? answer.body() : null;
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    /** Of each session that is recorded. */
    private Map<String, byte[]> receipts() {
        Map<String, byte[]> receipts = new HashMap<>();
        for (Lane.Session session : history.sessions()) {
            byte[] receipt = receipt(session.id());
            if (receipt != null) {
                receipts.put(session.id(), receipt);
            }
        }
        return receipts;
    }

    /** Each outcome is that of its line, by what was there before and with the receipt of now. */
    private void wereTold(
            List<JsonNode> outcomes, Map<String, byte[]> before, Map<String, byte[]> now) {
        for (int index = 0; index < outcomes.size(); index++) {
            JsonNode outcome = outcomes.get(index);
            String id = history.sessions().get(index).id();
            assertThat(outcome.path("line").asInt()).isEqualTo(index + 1);
            assertThat(outcome.path("id").asString()).isEqualTo(id);
            assertThat(outcome.path("outcome").asString())
                    .as("line %d", index + 1)
                    .isEqualTo(before.containsKey(id) ? "REPEATED" : "RECORDED");
            assertThat(outcome.path("receipt").toString().getBytes(StandardCharsets.UTF_8))
                    .isEqualTo(now.get(id));
        }
    }

    private void everyLineIsThereOnce(Map<String, byte[]> receipts) throws Exception {
        assertThat(receipts).hasSize(LINES);
        for (String caseId : cases) {
            new Recorded(door, team, caseId)
                    .holdsExactly(
                            history.of(caseId).stream()
                                    .map(session -> post(session, receipts))
                                    .toList());
        }
        try (Connection owner = new DatabaseProcesses(server.data()).asOwner()) {
            LogRows rows = LogRows.readBy(owner);
            rows.areInOrder();
            rows.areSealed();
        }
    }

    private static Post post(Lane.Session session, Map<String, byte[]> receipts) {
        return new Post(
                session.id(),
                session.said(),
                session.body(),
                Objects.requireNonNull(receipts.get(session.id())));
    }
}
