package org.refocusrecord.suites;

import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.AppendRefused;
import org.refocusrecord.eventlog.axon.LogEventStorageEngine;
import org.refocusrecord.eventlog.store.LogFault;
import org.refocusrecord.events.CommandId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/**
 * Our engine in the clothes that Axon's suites want: they build a {@code
 * BatchingEventStorageEngine} and set its serializer, upcasters and filters, which stay Axon's own.
 * Whatever is stored and read goes through {@link LogEventStorageEngine} and is refused or found
 * there. Snapshots are no part of the log, so here they lie in memory. So the cases about
 * snapshots, upcasters and filters say nothing of ours but that events come and go beneath them.
 */
final class SuiteEngine extends BatchingEventStorageEngine {

    private static final String THERE_ALREADY = "23505";

    private final LogEventStorageEngine engine;
    private final Map<String, Long> firsts = new ConcurrentHashMap<>();
    private boolean countingFromFirst;
    private final Map<String, ConcurrentSkipListMap<Long, DomainEventData<?>>> snapshots =
            new ConcurrentHashMap<>();

    private SuiteEngine(Builder builder) {
        super(builder);
        this.engine = builder.engine;
    }

    static Builder over(LogEventStorageEngine engine) {
        return new Builder(engine);
    }

    /** What the suites set. */
    static final class Builder extends BatchingEventStorageEngine.Builder {

        private final LogEventStorageEngine engine;

        private Builder(LogEventStorageEngine engine) {
            this.engine = engine;
            Jackson3Serializer serializer = Jackson3Serializer.builder().build();
            eventSerializer(serializer);
            snapshotSerializer(serializer);
            PersistenceExceptionResolver refusedOrThereAlready =
                    failed ->
                            failed instanceof AppendRefused
                                    || (failed instanceof LogFault fault
                                            && fault.sqlState().equals(THERE_ALREADY));
            persistenceExceptionResolver(refusedOrThereAlready);
        }

        SuiteEngine build() {
            return new SuiteEngine(this);
        }
    }

    /**
     * From now on a stream may begin with any number, and is counted from it: the log, which counts
     * every stream from 0, is told how far an event is from its first.
     */
    void countStreamsFromTheirFirst() {
        countingFromFirst = true;
    }

    private long sequence(EventMessage<?> event) {
        long sequence = PlainMessages.sequence(event);
        return countingFromFirst
                ? sequence - firsts.computeIfAbsent(PlainMessages.stream(event), _ -> sequence)
                : sequence;
    }

    /**
     * Each run of one stream is one command: the log takes no command of two streams. So a list
     * over several streams is as many appends, one after the other, and not one transaction.
     */
    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        List<DomainEventMessage<?>> run = new ArrayList<>();
        CommandId command = PlainMessages.newCommand();
        EventMessage<?> last = null;
        for (EventMessage<?> event : events) {
            if (last != null && !follows(event, last)) {
                append(run, last);
                run.clear();
                command = PlainMessages.newCommand();
            }
            run.add(
                    PlainMessages.wrapped(
                            event, sequence(event), serializer, command, run.isEmpty()));
            last = event;
        }
        if (last != null) {
            append(run, last);
        }
    }

    private static boolean follows(EventMessage<?> event, EventMessage<?> last) {
        return PlainMessages.stream(event).equals(PlainMessages.stream(last))
                && PlainMessages.sequence(event) == PlainMessages.sequence(last) + 1;
    }

    private void append(List<DomainEventMessage<?>> run, EventMessage<?> last) {
        try {
            engine.appendEvents(run);
        } catch (AppendRefused | LogFault failed) {
            handlePersistenceException(failed, last);
        }
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(
            String aggregate, long firstSequence, int batchSize) {
        return engine.readEvents(PlainMessages.stream(aggregate), firstSequence)
                .asStream()
                .limit(batchSize)
                .map(SuiteEngine::domainData)
                .toList();
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(
            @Nullable TrackingToken lastToken, int batchSize) {
        return engine.readEvents(lastToken, false)
                .limit(batchSize)
                .map(SuiteEngine::trackedData)
                .toList();
    }

    private static DomainEventData<String> domainData(DomainEventMessage<?> message) {
        return domainData(PlainMessages.carried(message));
    }

    private static DomainEventData<String> domainData(PlainMessages.Carried carried) {
        return new GenericDomainEventEntry<>(
                carried.type(),
                carried.aggregate(),
                carried.sequence(),
                carried.id(),
                carried.recordedAt(),
                carried.payloadType(),
                carried.revision(),
                carried.payload(),
                carried.metaData());
    }

    private static TrackedEventData<String> trackedData(TrackedEventMessage<?> message) {
        PlainMessages.Carried carried = PlainMessages.carried((DomainEventMessage<?>) message);
        TrackedDomainEventData<String> data =
                new TrackedDomainEventData<>(message.trackingToken(), domainData(carried));
        return carried.type() == null ? new OfNoAggregate(data) : data;
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        var payload = snapshot.serializePayload(serializer, String.class);
        snapshots
                .computeIfAbsent(
                        snapshot.getAggregateIdentifier(), _ -> new ConcurrentSkipListMap<>())
                .put(
                        snapshot.getSequenceNumber(),
                        new GenericDomainEventEntry<>(
                                snapshot.getType(),
                                snapshot.getAggregateIdentifier(),
                                snapshot.getSequenceNumber(),
                                snapshot.getIdentifier(),
                                snapshot.getTimestamp(),
                                payload.getType().getName(),
                                payload.getType().getRevision(),
                                payload.getData(),
                                snapshot.serializeMetaData(serializer, String.class).getData()));
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregate) {
        var kept = snapshots.get(aggregate);
        return kept == null ? Stream.empty() : kept.descendingMap().values().stream();
    }

    @Override
    public TrackingToken createTailToken() {
        return engine.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return engine.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return engine.createTokenAt(dateTime);
    }
}
