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
 * Axon's own suite for storage engines, all 28 cases. 21 run as they are, of which those about
 * snapshots, upcasters and filters are about Axon's own part of the {@link SuiteEngine}. Seven make
 * messages with time stamps of 2007, each the first of a stream of its own, two of them numbered 1
 * and 2. This log counts a stream from 0 without holes and refuses these two (a test below says
 * so).
 *
 * <ul>
 *   <li>Three of the seven ask nothing of the stamps. They run as they are, their streams counted
 *       from their first.
 *   <li>Four ask by the stamps that the caller gave. Here nobody's clock counts but the log's own,
 *       so they are asked by the stamps that it gave.
 * </ul>
 */
@SuppressWarnings(
        "JUnitMethodInvoked") // Three cases of the suite run as they are, with a word before.
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

    @Test
    @Override
    public void createTokenAtTimeBeforeFirstEvent() {
        engine.countStreamsFromTheirFirst();
        super.createTokenAtTimeBeforeFirstEvent();
    }

    @Test
    @Override
    public void createTailToken() {
        engine.countStreamsFromTheirFirst();
        super.createTailToken();
    }

    @Test
    @Override
    public void createHeadToken() {
        engine.countStreamsFromTheirFirst();
        super.createHeadToken();
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
