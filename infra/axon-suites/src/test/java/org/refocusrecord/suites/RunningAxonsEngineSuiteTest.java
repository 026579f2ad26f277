package org.refocusrecord.suites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngineTest;
import org.axonframework.eventsourcing.utils.EventStoreTestUtils;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.refocusrecord.eventlog.axon.LogEventStorageEngine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Axon's own suite for storage engines, all 28 cases. 21 run as they are. The other seven make
 * messages with time stamps of 2007, each the first of a stream of its own, two of them numbered
 * from 1 and 2. In this log nobody's clock counts but its own, and a stream is counted from 0
 * without holes: it must refuse such streams (a test below says so). So these seven ask the same of
 * one stream and of the stamps that the log gave.
 */
class RunningAxonsEngineSuiteTest
        extends BatchingEventStorageEngineTest<SuiteEngine, SuiteEngine.Builder> {

    private static final Instant IN_2026 = Instant.parse("2026-01-01T00:00:00Z");

    @AutoClose private final OpenLog log = new OpenLog();
    private SuiteEngine engine;

    @BeforeEach
    void open() {
        engine = createEngine();
        setTestSubject(engine);
    }

    @Override
    protected SuiteEngine createEngine(UnaryOperator<SuiteEngine.Builder> customization) {
        return customization.apply(SuiteEngine.over(new LogEventStorageEngine(log.log()))).build();
    }

    /** Three appends, so three stamps. */
    private List<Instant> stamped() {
        for (int sequence = 0; sequence < 3; sequence++) {
            engine.appendEvents(EventStoreTestUtils.createEvent(sequence));
        }
        return engine.readEvents(null, false)
                .<Instant>map(TrackedEventMessage::getTimestamp)
                .toList();
    }

    private List<Long> readFrom(TrackingToken token) {
        return engine.readEvents(token, false)
                .map(message -> message.trackingToken().position().orElse(-1))
                .toList();
    }

    /** In place of a case that sets stamps of 2007. */
    @Test
    @Override
    public void createTokenAt() {
        List<Instant> stamps = stamped();
        Instant between = stamps.get(1).minus(Duration.ofNanos(1_000));

        assertThat(readFrom(engine.createTokenAt(between))).containsExactly(2L, 3L);
    }

    /** In place of a case that sets stamps of 2007. */
    @Test
    @Override
    public void createTokenAtExactTime() {
        List<Instant> stamps = stamped();

        assertThat(readFrom(engine.createTokenAt(stamps.get(1)))).containsExactly(2L, 3L);
    }

    /** In place of a case that sets stamps of 2007. */
    @Test
    @Override
    public void createTokenAtTimeAfterLastEvent() {
        List<Instant> stamps = stamped();

        assertThat(readFrom(engine.createTokenAt(stamps.getLast().plusMillis(1)))).isEmpty();
        assertThat(readFrom(engine.createTokenAt(Instant.now().plusSeconds(60)))).isEmpty();
    }

    /** In place of a case that sets stamps of 2007 out of order: the log's own are never so. */
    @Test
    @Override
    public void createTokenWithUnorderedEvents() {
        engine.appendEvents(
                of2007(0, "2007-12-03T10:15:50.00Z"), of2007(1, "2007-12-03T10:15:30.00Z"));
        engine.appendEvents(of2007(2, "2007-12-03T10:15:40.00Z"));

        List<Instant> stamps =
                engine.readEvents(null, false).<Instant>map(EventMessage::getTimestamp).toList();
        assertThat(stamps).isSorted().allMatch(stamp -> stamp.isAfter(IN_2026));
        assertThat(readFrom(engine.createTokenAt(stamps.getLast()))).containsExactly(3L);
    }

    /** In place of a case whose streams begin with 1 and 2. */
    @Test
    @Override
    public void createTokenAtTimeBeforeFirstEvent() {
        stamped();

        assertThat(readFrom(engine.createTokenAt(Instant.parse("2006-12-03T10:15:30.00Z"))))
                .containsExactly(1L, 2L, 3L);
    }

    /** In place of a case whose streams begin with 1 and 2. */
    @Test
    @Override
    public void createTailToken() {
        stamped();

        assertThat(readFrom(engine.createTailToken())).containsExactly(1L, 2L, 3L);
    }

    /** In place of a case whose streams begin with 1 and 2. */
    @Test
    @Override
    public void createHeadToken() {
        stamped();

        assertThat(readFrom(engine.createHeadToken())).isEmpty();
    }

    @Test
    void a_stream_that_begins_with_1_is_refused() {
        EventMessage<?> second = EventStoreTestUtils.createEvent("nobody-knows-it", 1);

        assertThatExceptionOfType(ConcurrencyException.class)
                .isThrownBy(() -> engine.appendEvents(second));
        assertThat(engine.readEvents(null, false)).isEmpty();
    }

    private static DomainEventMessage<?> of2007(long sequence, String stamp) {
        return new GenericDomainEventMessage<>(
                "type",
                EventStoreTestUtils.AGGREGATE,
                sequence,
                EventStoreTestUtils.PAYLOAD,
                MetaData.emptyInstance(),
                UUID.randomUUID().toString(),
                Instant.parse(stamp));
    }
}
