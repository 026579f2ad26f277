package org.refocusrecord.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.testkit.broker.Correspondent;
import org.refocusrecord.testkit.broker.TestCluster;
import org.refocusrecord.web.json.JsonAnswers;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Half of many sessions come by HTTP, half by Kafka, and a tenth by both doors, to two nodes, while
 * nodes, brokers and processes of the database are killed. Every build sends a few and strikes a
 * few times; with {@code -Drefocus.sessions} and {@code -Drefocus.kills} as many as wanted, in an
 * order that {@code -Drefocus.seed} says.
 */
@Timeout(value = 90, unit = TimeUnit.MINUTES)
class LosingNothingByTwoDoorsTest {

    private static final int SESSIONS = Integer.getInteger("refocus.sessions", 1_000);
    private static final int KILLS = Integer.getInteger("refocus.kills", 4);
    private static final long SEED = Long.getLong("refocus.seed", 20_110_314L);
    private static final int CASES = Math.clamp(SESSIONS / 50, 10, 500);
    private static final int CLIENTS = 16;
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final int EVENTS_OF_A_SESSION = 4;

    private static final String TOPIC = "refocus.sessions.v1";
    private static final String OUTCOMES = "refocus.session-outcomes.v1";
    private static final String EVENTS = "refocus.events.v1";

    @TempDir private Path folder;
    @TempDir private Path beside;

    private final Map<String, byte[]> receipts = new ConcurrentHashMap<>();
    private final Map<String, JsonNode> outcomes = new ConcurrentHashMap<>();
    private final EventsHeard events = new EventsHeard();
    private final Allowance toPost = new Allowance();
    private final Allowance toSend = new Allowance();

    @Test
    void each_is_recorded_once_in_order_and_told_of_by_both_doors_alike() throws Exception {
        try (TestCluster brokers = TestCluster.of(3);
                Stage stage = new Stage(folder, by(brokers))) {
            stage.start();
            try (SecondNode other = new SecondNode(stage, beside, by(brokers))) {
                other.start(0);
                Team team = Team.on(stage.node().data(), stage.door());
                TwoDoorsPlan plan = new TwoDoorsPlan(team, stage.door(), CASES, SESSIONS);
                try (TopicListening _ = outcomesOf(brokers);
                        TopicListening _ = eventsOf(brokers)) {
                    sent(plan, team, brokers, stage, other);
                    holds(plan, stage);
                }
            }
            stage.isWhole();
        }
    }

    private static Map<String, String> by(TestCluster brokers) {
        return Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                brokers.bootstrapServers(),
                "REFOCUS_KAFKA_CLIENT_SESSION_TIMEOUT_MS",
                "6000");
    }

    private TopicListening outcomesOf(TestCluster brokers) {
        return new TopicListening(
                brokers.bootstrapServers(),
                OUTCOMES,
                record -> {
                    JsonNode outcome = JsonAnswers.mapper().readTree(record.value());
                    String id = outcome.path("sessionId").asString();
                    JsonNode before = outcomes.putIfAbsent(id, outcome);
                    if (before != null && !before.path("receipt").equals(outcome.path("receipt"))) {
                        events.notes("two receipts of " + id);
                    }
                });
    }

    private TopicListening eventsOf(TestCluster brokers) {
        return new TopicListening(brokers.bootstrapServers(), EVENTS, events::hear);
    }

    private void sent(
            TwoDoorsPlan plan, Team team, TestCluster brokers, Stage stage, SecondNode other)
            throws Exception {
        List<Door> doors = List.of(stage.door(), other.door());
        long posted = plan.all().filter(PlannedSession::byHttp).count();
        long begun = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Correspondent system = new Correspondent(brokers.bootstrapServers(), OUTCOMES)) {
            List<Future<?>> sending = new ArrayList<>();
            sending.add(threads.submit(() -> sendByKafka(plan, system)));
            List<List<PlannedSession>> shares = shares(plan);
            for (List<PlannedSession> share : shares) {
                sending.add(
                        threads.submit(new PostingByTurns(doors, team, share, toPost, receipts)));
            }
            strikeMeanwhile(plan, stage, other, brokers);
            for (Future<?> each : sending) {
                each.get();
            }
        }
        assertThat(receipts).hasSize(Math.toIntExact(posted));
        awaitAllOutcomes(plan);
        Console.tell(
                "%d sessions in %d cases, %d by HTTP, %d by Kafka, %d kills: %d s"
                        .formatted(
                                SESSIONS,
                                CASES,
                                posted,
                                plan.all().filter(PlannedSession::byKafka).count(),
                                KILLS,
                                TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun)));
    }

    private int sendByKafka(TwoDoorsPlan plan, Correspondent system) throws InterruptedException {
        List<CompletableFuture<Void>> sent = new ArrayList<>();
        for (PlannedSession session : plan.inTurn().filter(PlannedSession::byKafka).toList()) {
            toSend.take();
            byte[] body = session.body().getBytes(UTF_8);
            sent.add(
                    system.send(Correspondent.record(TOPIC, session.caseId(), body, session.id())));
        }
        sent.forEach(CompletableFuture::join);
        return sent.size();
    }

    /** Of a case all that is posted goes through one hand, so that it has an order. */
    private static List<List<PlannedSession>> shares(TwoDoorsPlan plan) {
        List<List<PlannedSession>> shares = new ArrayList<>();
        for (int index = 0; index < CLIENTS; index++) {
            shares.add(new ArrayList<>());
        }
        int turn = 0;
        for (List<PlannedSession> ofCase : plan.byCase().values()) {
            List<PlannedSession> share = shares.get(turn++ % CLIENTS);
            ofCase.stream().filter(PlannedSession::byHttp).forEach(share::add);
        }
        return shares;
    }

    /**
     * Spread evenly over what is to be recorded: until one is over, half of what lies between two
     * of them may come.
     */
    private void strikeMeanwhile(
            TwoDoorsPlan plan, Stage stage, SecondNode other, TestCluster brokers)
            throws Exception {
        Random random = new Random(SEED);
        List<BlowByDoors> blows = BlowByDoors.shuffled(KILLS, random);
        long posts = plan.all().filter(PlannedSession::byHttp).count();
        long records = plan.all().filter(PlannedSession::byKafka).count();
        long wanted = posts + records;
        long parts = blows.size() + 1L;
        grant(posts * 3 / 2 / parts, records * 3 / 2 / parts);
        for (int index = 0; index < blows.size(); index++) {
            long due = wanted * (index + 1) / parts;
            Eventually.await(() -> receipts.size() + outcomes.size() >= due, PATIENCE);
            BlowByDoors blow = blows.get(index);
            Console.tell(
                    "kill %d of %d: %s, after %d receipts and %d outcomes"
                            .formatted(
                                    index + 1,
                                    blows.size(),
                                    blow,
                                    receipts.size(),
                                    outcomes.size()));
            strike(blow, stage, other, brokers, random);
            grant(posts / parts, records / parts);
        }
        grant(posts, records);
    }

    private void grant(long posts, long records) {
        toPost.grant(posts);
        toSend.grant(records);
    }

    private static void strike(
            BlowByDoors blow, Stage stage, SecondNode other, TestCluster brokers, Random random)
            throws Exception {
        switch (blow) {
            case NODE -> {
                stage.node().kill();
                stage.comeBack();
            }
            case OTHER_NODE -> other.isKilledAndComesBack();
            case BROKER -> {
                int broker = 1 + random.nextInt(brokers.size());
                brokers.kill(broker);
                brokers.start(broker);
            }
            case BACKEND -> {
                Victim.BACKEND.strike(stage, OptionalLong.empty());
                // Whoever is started before it is back says that it is away, and ends.
                stage.asOwner().close();
            }
        }
    }

    private void awaitAllOutcomes(TwoDoorsPlan plan) throws InterruptedException {
        long sent = plan.all().filter(PlannedSession::byKafka).count();
        Eventually.await(() -> outcomes.size() >= sent, PATIENCE);
        assertThat(outcomes).hasSize(Math.toIntExact(sent));
    }

    private void holds(TwoDoorsPlan plan, Stage stage) throws Exception {
        for (PlannedSession session : plan.all().toList()) {
            if (session.byKafka()) {
                JsonNode outcome = requireNonNull(outcomes.get(session.id()));
                assertThat(outcome.path("outcome").asString())
                        .as(outcome.toString())
                        .isIn("RECORDED", "REPEATED");
            }
            if (session.byHttp() && session.byKafka()) {
                assertThat(
                                JsonAnswers.mapper()
                                        .readTree(requireNonNull(receipts.get(session.id()))))
                        .isEqualTo(requireNonNull(outcomes.get(session.id())).path("receipt"));
            }
        }
        Map<String, List<String>> recorded = new HashMap<>();
        Map<Long, String> streams = new HashMap<>();
        try (Connection owner = stage.asOwner()) {
            recorded.putAll(sessionsByCase(owner));
            streams.putAll(positions(owner));
        }
        plan.byCase()
                .forEach((caseId, sessions) -> {
                    List<String> there = recorded.getOrDefault(caseId, List.of());
                    assertThat(there)
                            .containsExactlyInAnyOrderElementsOf(
                                    sessions.stream().map(PlannedSession::id).toList());
                    inOrder(there, sessions, true, false);
                    inOrder(there, sessions, false, true);
                });
        Eventually.await(() -> events.count() >= streams.size(), PATIENCE);
        events.areExactly(streams);
    }

    /** Those that came by one door alone are in the order in which they came. */
    private static void inOrder(
            List<String> there, List<PlannedSession> sessions, boolean http, boolean kafka) {
        List<String> sent =
                sessions.stream()
                        .filter(session -> session.byHttp() == http && session.byKafka() == kafka)
                        .map(PlannedSession::id)
                        .toList();
        assertThat(there.stream().filter(sent::contains).toList()).isEqualTo(sent);
    }

    /**
     * Of each case the sessions in order of their place in the log, each with all of its events.
     */
    private static Map<String, List<String>> sessionsByCase(Connection owner) throws Exception {
        String question =
                "select substr(stream, 6), command_id::text, count(*) from refocus_log.event"
                        + " where stream like 'case/%' group by 1, 2 having min(sequence) > 0"
                        + " order by min(position)";
        Map<String, List<String>> byCase = new HashMap<>();
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            while (row.next()) {
                assertThat(row.getInt(3)).isEqualTo(EVENTS_OF_A_SESSION);
                byCase.computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                        .add(row.getString(2));
            }
        }
        return byCase;
    }

    /** Every position that is to leave the house, and the stream that it is of. */
    private static Map<Long, String> positions(Connection owner) throws Exception {
        Map<Long, String> streams = new HashMap<>();
        try (Statement statement = owner.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select position, stream from refocus_log.event where stream not"
                                        + " like 'log/%'")) {
            while (row.next()) {
                streams.put(row.getLong(1), row.getString(2));
            }
        }
        return streams;
    }
}
