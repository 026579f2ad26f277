package org.refocusrecord.query.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.refocusrecord.kafka.KafkaClients;
import org.refocusrecord.kafka.KafkaSettings;
import org.refocusrecord.kafka.Topics;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import javax.sql.DataSource;

/** A server's outbox without the server. */
final class OutboxNode implements AutoCloseable {

    private static final Duration MOST = Duration.ofSeconds(30);

    /** As the outbox's, but it waits for less, and asks for the topic only before it sends. */
    static final OutboxTempo BRISK = brisk(Duration.ofHours(1));

    private final LogToSend log;
    private final String topic;
    final OutboxFollower follower;

    private OutboxNode(LogToSend log, String topic, OutboxFollower follower) {
        this.log = log;
        this.topic = topic;
        this.follower = follower;
    }

    /** It asks so often whether the topic is still the same one. */
    static OutboxTempo brisk(Duration topicAsked) {
        return new OutboxTempo(
                100,
                Duration.ofMillis(100),
                Duration.ofSeconds(5),
                topicAsked,
                Duration.ofSeconds(30));
    }

    static KafkaSettings brokers(String addresses) {
        return new KafkaSettings(
                addresses,
                Map.of("default.api.timeout.ms", "5000", "request.timeout.ms", "4000"),
                4,
                3,
                Duration.ofDays(7));
    }

    static OutboxNode started(LogToSend log, KafkaSettings brokers, String topic) {
        return started(log, brokers, topic, WordsPolicy.NONE);
    }

    static OutboxNode started(
            LogToSend log, KafkaSettings brokers, String topic, WordsPolicy words) {
        return started(log, log.feed(), log.database.reader(), brokers, topic, words);
    }

    static OutboxNode started(
            LogToSend log, KafkaSettings brokers, String topic, OutboxTempo tempo) {
        return started(
                log, log.feed(), log.database.reader(), brokers, topic, WordsPolicy.NONE, tempo);
    }

    static OutboxNode started(
            LogToSend log,
            OutboxFeed feed,
            DataSource sessions,
            KafkaSettings brokers,
            String topic,
            WordsPolicy words) {
        return started(log, feed, sessions, brokers, topic, words, BRISK);
    }

    private static OutboxNode started(
            LogToSend log,
            OutboxFeed feed,
            DataSource sessions,
            KafkaSettings brokers,
            String topic,
            WordsPolicy words,
            OutboxTempo tempo) {
        OutboxFollower follower =
                new OutboxFollower(
                        new Outlet(
                                feed,
                                log.reads,
                                sessions,
                                new KafkaClients(brokers),
                                new Topics(brokers),
                                new OutboxSettings(true, topic, words, tempo.page()),
                                tempo));
        follower.start();
        return new OutboxNode(log, topic, follower);
    }

    /** Waits until all that the log has was acknowledged. */
    void caughtUp() {
        long head = log.head();
        eventually(() -> position() >= head);
    }

    long position() {
        try (Connection connection = log.database.reader().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select coalesce(max(position), 0) from refocus_outbox.topic"
                                        + " where name = '%s'".formatted(topic))) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    static void eventually(BooleanSupplier so) {
        long until = System.nanoTime() + MOST.toNanos();
        while (!so.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it took too long").isLessThan(until);
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    @Override
    public void close() {
        follower.close();
    }
}
