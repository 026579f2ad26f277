package org.refocusrecord.eventlog.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.eventlog.Arrivals;
import org.refocusrecord.eventlog.CaseInTheLog;
import org.refocusrecord.eventlog.EventIds;
import org.refocusrecord.eventlog.EventLog;
import org.refocusrecord.eventlog.LogBroken;
import org.refocusrecord.eventlog.OpenLog;
import org.refocusrecord.eventlog.store.Append;
import org.refocusrecord.eventlog.store.ContentGuard;
import org.refocusrecord.eventlog.store.Erasure;
import org.refocusrecord.eventlog.store.NewRow;
import org.refocusrecord.eventlog.store.RecordKeyRow;
import org.refocusrecord.eventlog.store.UsedKey;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** The log as a source of Axon's: in order, each once, and never past what cannot be read. */
class StreamingToAxonTest {

    @TempDir private Path keys;

    private final CaseInTheLog theCase = new CaseInTheLog();
    @AutoClose private OpenLog openLog;
    @AutoClose private Arrivals arrivals;
    private EventLog log;

    @BeforeEach
    void a_log_with_an_event_that_cannot_be_read() {
        openLog = new OpenLog(keys);
        arrivals = new Arrivals(openLog.database().reader());
        log = openLog.log();
        log.append(theCase.opening("sent"));
        RecordKeyRow key = log.store().recordKeys(theCase.stream()).getFirst();
        log.store()
                .append(
                        new Append(
                                CaseInTheLog.command().value(),
                                new ContentGuard(new byte[32], key.id()),
                                theCase.stream(),
                                1,
                                null,
                                "account",
                                "OTHER/registry",
                                List.of(
                                        new NewRow(
                                                EventIds.next().value(),
                                                "goal.dreamt-of",
                                                1,
                                                null,
                                                "{}".getBytes(UTF_8),
                                                null)),
                                new UsedKey(key.id(), 0, null),
                                Erasure.NONE));
        log.append(new CaseInTheLog().opening("sent"));
    }

    private BlockingStream<TrackedEventMessage<?>> after(long position) {
        return new LogMessageSource(log, arrivals)
                .openStream(new GlobalSequenceTrackingToken(position));
    }

    @Test
    void it_stops_before_it_and_gives_nothing_twice() throws Exception {
        try (BlockingStream<TrackedEventMessage<?>> stream = after(0)) {
            assertThat(stream.nextAvailable().trackingToken())
                    .isEqualTo(new GlobalSequenceTrackingToken(1));

            for (int times = 0; times < 3; times++) {
                assertThatIllegalStateException()
                        .isThrownBy(() -> stream.hasNextAvailable(1, TimeUnit.SECONDS))
                        .withMessageContaining("position 2");
            }
        }
    }

    @Test
    void behind_it_all_is_well() throws Exception {
        try (BlockingStream<TrackedEventMessage<?>> stream = after(2)) {
            assertThat(stream.nextAvailable().trackingToken())
                    .isEqualTo(new GlobalSequenceTrackingToken(3));
            assertThat(stream.hasNextAvailable()).isFalse();

            log.append(new CaseInTheLog().opening("sent"));

            assertThat(stream.nextAvailable().trackingToken())
                    .isEqualTo(new GlobalSequenceTrackingToken(4));
        }
    }

    /** A word of the database goes to those who listen in that database. */
    @Test
    @Timeout(20)
    void where_no_word_ever_comes_it_looks_by_itself(@TempDir Path elsewhere) throws Exception {
        CountDownLatch woken = new CountDownLatch(1);
        try (OpenLog another = new OpenLog(elsewhere);
                Arrivals deaf = new Arrivals(another.database().reader());
                BlockingStream<TrackedEventMessage<?>> stream =
                        new LogMessageSource(log, deaf)
                                .openStream(new GlobalSequenceTrackingToken(3))) {
            stream.setOnAvailableCallback(woken::countDown);
            FutureTask<TrackedEventMessage<?>> next = new FutureTask<>(stream::nextAvailable);
            Thread waiting = Thread.ofPlatform().start(next);
            while (waiting.isAlive() && waiting.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }

            log.append(new CaseInTheLog().opening("sent"));

            assertThat(next.get().trackingToken()).isEqualTo(new GlobalSequenceTrackingToken(4));
            woken.await();
        }
    }

    @Test
    void where_events_are_missing_it_stops_before_them_and_says_so() throws Exception {
        for (int more = 0; more < 3; more++) {
            log.append(new CaseInTheLog().opening("sent"));
        }
        try (Connection owner = openLog.database().owner().getConnection();
                Statement statement = owner.createStatement()) {
            statement.execute("alter table refocus_log.event disable trigger all");
            statement.execute("delete from refocus_log.event where position in (4, 5)");
        }
        try (BlockingStream<TrackedEventMessage<?>> stream = after(2)) {
            assertThat(stream.nextAvailable().trackingToken())
                    .isEqualTo(new GlobalSequenceTrackingToken(3));

            for (int times = 0; times < 3; times++) {
                assertThatExceptionOfType(LogBroken.class)
                        .isThrownBy(() -> stream.hasNextAvailable(1, TimeUnit.SECONDS))
                        .withMessage("the log has no events at positions 4 to 5");
            }
        }
    }
}
