package org.refocusrecord.query.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGSimpleDataSource;
import org.refocusrecord.eventlog.store.EventRow;
import org.refocusrecord.kafka.KafkaSettings;
import org.refocusrecord.testkit.broker.TestCluster;
import org.refocusrecord.testkit.broker.TopicRead;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;

/** Of several nodes one sends, and whatever becomes of it the next leaves nothing out. */
@Timeout(60)
@DisplayNameGeneration(ReplaceUnderscores.class)
class TakingOverTheOutboxTest {

    private static final KafkaSettings BROKERS =
            OutboxNode.brokers(TestCluster.shared().bootstrapServers());

    @AutoClose private final LogToSend log = new LogToSend();
    private final String topic = "taken-over-" + System.nanoTime();
    private final List<String> streams = new ArrayList<>();

    private Set<Long> all() {
        return new TreeSet<>(LongStream.rangeClosed(1, log.head()).boxed().toList());
    }

    private void recordMore() {
        if (streams.isEmpty()) {
            for (int index = 0; index < 8; index++) {
                streams.add(log.opened());
            }
        }
        streams.forEach(
                stream -> log.stored(stream, "goal.reviewed", List.of("{\"a\":1}", "{\"a\":2}")));
    }

    private PGSimpleDataSource sessions(String node) {
        PGSimpleDataSource sessions = log.database.as("refocus_reader");
        sessions.setApplicationName(node);
        return sessions;
    }

    private OutboxNode started(String node, OutboxFeed feed) {
        return OutboxNode.started(log, feed, sessions(node), BROKERS, topic, WordsPolicy.NONE);
    }

    /** As when the node dies, or the database takes it for dead. */
    private void endSessionOf(String node) {
        log.execute(
                "select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where application_name = '%s'".formatted(node));
    }

    private boolean hasSession(String node) {
        return log.count(
                        "select count(*) from pg_stat_activity where application_name = '%s'"
                                .formatted(node))
                > 0;
    }

    @Test
    void the_second_stands_by_and_goes_on_within_seconds_where_the_first_stopped() {
        recordMore();
        try (OutboxNode second = standingBySecond()) {
            recordMore();
            long stopped = System.nanoTime();
            second.caughtUp();

            assertThat(Duration.ofNanos(System.nanoTime() - stopped))
                    .isLessThan(Duration.ofSeconds(10));
            OutboxNode.eventually(() -> second.follower.sent() == 16);
        }
        TopicRead read = TopicRead.of(BROKERS.bootstrapServers(), topic);
        read.hasInOrder(all());
        assertThat(read.records()).as("nothing twice").hasSize(Math.toIntExact(log.head()));
    }

    private OutboxNode standingBySecond() {
        try (OutboxNode first = started("first", log.feed())) {
            first.caughtUp();
            OutboxNode second = started("second", log.feed());
            recordMore();
            first.caughtUp();
            assertThat(second.follower.sent()).isZero();
            assertThat(second.follower.fault()).isNull();
            return second;
        }
    }

    @Test
    void whoever_is_killed_between_sending_and_storing_has_it_sent_twice_and_in_order()
            throws Exception {
        recordMore();
        try (OutboxNode first = started("first", log.feed());
                Connection holding = log.database.owner().getConnection()) {
            first.caughtUp();
            long before = log.head();
            holding.setAutoCommit(false);
            try (Statement statement = holding.createStatement()) {
                statement.execute("lock table refocus_outbox.topic in access exclusive mode");
            }
            recordMore();
            OutboxNode.eventually(() ->
                    TopicRead.of(BROKERS.bootstrapServers(), topic).records().size() > before);
            endSessionOf("first");
            holding.rollback();
        }
        try (OutboxNode second = started("second", log.feed())) {
            recordMore();
            second.caughtUp();
        }
        TopicRead read = TopicRead.of(BROKERS.bootstrapServers(), topic);
        read.hasInOrder(all());
        assertThat(read.records()).hasSizeGreaterThan(Math.toIntExact(log.head()));
    }

    @Test
    void whoever_stood_still_and_comes_back_doubles_events_but_moves_nothing_back()
            throws Exception {
        recordMore();
        CountDownLatch standsStill = new CountDownLatch(1);
        CountDownLatch goesOn = new CountDownLatch(1);
        AtomicBoolean isTo = new AtomicBoolean();
        try (OutboxNode first = started("first", standingStill(isTo, standsStill, goesOn))) {
            first.caughtUp();
            isTo.set(true);
            recordMore();
            standsStill.await();
            endSessionOf("first");
            try (OutboxNode second = started("second", log.feed())) {
                recordMore();
                second.caughtUp();
                long there = TopicRead.of(BROKERS.bootstrapServers(), topic).records().size();
                long head = log.head();

                goesOn.countDown();

                OutboxNode.eventually(() ->
                        TopicRead.of(BROKERS.bootstrapServers(), topic).records().size() > there);
                // It has noticed, and stands by.
                OutboxNode.eventually(() -> hasSession("first"));
                assertThat(second.position()).isEqualTo(head);
                recordMore();
                second.caughtUp();
            }
        }
        TopicRead.of(BROKERS.bootstrapServers(), topic).hasInOrder(all());
    }

    /** A feed whose reader stops with a page in hand, once it is to. */
    private OutboxFeed standingStill(
            AtomicBoolean isTo, CountDownLatch standsStill, CountDownLatch goesOn) {
        OutboxFeed feed = log.feed();
        return new OutboxFeed() {
            @Override
            public Rows rows(long after, long to, int limit) {
                Rows rows = feed.rows(after, to, limit);
                return new Rows() {
                    @Override
                    public List<EventRow> next() throws InterruptedException {
                        var page = rows.next();
                        if (isTo.get() && !page.isEmpty()) {
                            standsStill.countDown();
                            goesOn.await();
                        }
                        return page;
                    }

                    @Override
                    public void close() {
                        rows.close();
                    }
                };
            }

            @Override
            public void awaitBeyond(long position, Duration most) throws InterruptedException {
                feed.awaitBeyond(position, most);
            }
        };
    }

    @Test
    void a_lack_of_memory_is_told_and_passes_and_nothing_is_left_out() {
        recordMore();
        AtomicBoolean lacksMemory = new AtomicBoolean(true);
        try (OutboxNode only = started("only", lackingMemory(lacksMemory))) {
            OutboxNode.eventually(() -> only.follower.fault() != null);
            assertThat(only.follower.fault()).isEqualTo("java.lang.OutOfMemoryError");

            lacksMemory.set(false);

            only.caughtUp();
            OutboxNode.eventually(() -> only.follower.fault() == null);
        }
        TopicRead.of(BROKERS.bootstrapServers(), topic).hasInOrder(all());
    }

    /** A feed that has no memory for any page while it is to have none. */
    private OutboxFeed lackingMemory(AtomicBoolean lacksMemory) {
        OutboxFeed feed = log.feed();
        return new OutboxFeed() {
            @Override
            public Rows rows(long after, long to, int limit) {
                if (lacksMemory.get()) {
                    throw new OutOfMemoryError("of whoever stands in the page");
                }
                return feed.rows(after, to, limit);
            }

            @Override
            public void awaitBeyond(long position, Duration most) throws InterruptedException {
                feed.awaitBeyond(position, most);
            }
        };
    }

    @Test
    void whoever_the_database_takes_for_dead_begins_anew_and_nothing_is_left_out() {
        recordMore();
        try (OutboxNode only = started("only", log.feed())) {
            for (int times = 0; times < 3; times++) {
                endSessionOf("only");
                recordMore();
                only.caughtUp();
            }
        }
        TopicRead.of(BROKERS.bootstrapServers(), topic).hasInOrder(all());
    }
}
