package org.refocusrecord.eventlog.axon;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.Appending;
import org.refocusrecord.eventlog.Appending.Pending;
import org.refocusrecord.eventlog.EventLog;
import org.refocusrecord.eventlog.Logged;
import org.refocusrecord.eventlog.Receipt;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.eventlog.Unreadable;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.EventId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The log as Axon knows it. The events of one unit of work are one command and become one append;
 * the time stamp of a message is its record time, the log's own. A command that brings a {@link
 * Passage} brings its aggregate along; anything else reads the stream.
 */
public final class LogEventStorageEngine implements EventStorageEngine {

    private static final int PAGE = 1_000;

    private final EventLog log;

    /** Axon's door to this log. */
    public LogEventStorageEngine(EventLog log) {
        this.log = log;
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> messages) {
        if (messages.isEmpty()) {
            return;
        }
        DomainEventMessage<?> first = ofStream(messages.getFirst());
        Columns columns = Columns.of(first.getMetaData());
        List<Pending> pending = new ArrayList<>();
        for (EventMessage<?> message : messages) {
            requireOfOneCommand(first, columns, ofStream(message));
            requireNext(first.getSequenceNumber() + pending.size(), ofStream(message));
            pending.add(
                    new Pending(
                            EventId.of(message.getIdentifier()),
                            (Event) message.getPayload(),
                            Columns.of(message.getMetaData()).occurredAt()));
        }
        String content = columns.content();
        if (content == null) {
            throw new IllegalArgumentException("a command's first event carries its content");
        }
        Optional<Passage> passage = Passage.current();
        Receipt receipt =
                log.append(
                        new Appending(
                                first.getAggregateIdentifier(),
                                first.getSequenceNumber(),
                                passage.map(Passage::lastEvent).orElse(null),
                                columns.commandId(),
                                content,
                                columns.postedBy(),
                                columns.recordedBy(),
                                pending,
                                columns.forgetting()));
        passage.ifPresent(brought -> brought.recorded(receipt));
    }

    /** They become rows of one stream with one poster and one recorder. */
    private static void requireOfOneCommand(
            DomainEventMessage<?> first, Columns columns, DomainEventMessage<?> message) {
        Columns own = Columns.of(message.getMetaData());
        if (!message.getAggregateIdentifier().equals(first.getAggregateIdentifier())
                || !own.commandId().equals(columns.commandId())
                || !own.postedBy().equals(columns.postedBy())
                || !own.recordedBy().equals(columns.recordedBy())) {
            throw new IllegalArgumentException("one append is one command of one stream");
        }
    }

    /** The log numbers them itself, one after the other; so must whoever sends them. */
    private static void requireNext(long sequence, DomainEventMessage<?> message) {
        if (message.getSequenceNumber() != sequence) {
            throw new IllegalArgumentException("the events of a command follow one another");
        }
    }

    private static DomainEventMessage<?> ofStream(EventMessage<?> message) {
        if (message instanceof DomainEventMessage<?> domain) {
            return domain;
        }
        throw new IllegalArgumentException("every event belongs to a stream");
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new IllegalArgumentException("snapshots are made elsewhere");
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
        return Passage.current()
                .filter(passage -> passage.isOf(aggregateIdentifier))
                .map(Passage::aggregate);
    }

    /**
     * What a command brings along has the events in it already; another stream than its own it has
     * no business with.
     */
    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        Optional<Passage> passage = Passage.current();
        if (passage.isPresent()) {
            if (!passage.get().isOf(aggregateIdentifier)) {
                throw new IllegalStateException("a command is decided on one stream");
            }
            return DomainEventStream.empty();
        }
        return DomainEventStream.of(
                log.stream(aggregateIdentifier, firstSequenceNumber - 1)
                        .map(LogEventStorageEngine::domainMessage));
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(
            @Nullable TrackingToken trackingToken, boolean mayBlock) {
        long after = trackingToken == null ? 0 : trackingToken.position().orElse(0);
        return log.pages(after, PAGE).stream().map(LogEventStorageEngine::trackedMessage);
    }

    /** What was read as Axon has it; throws where it cannot be read. */
    static TrackedEventMessage<?> trackedMessage(Logged logged) {
        return new GenericTrackedDomainEventMessage<>(
                new GlobalSequenceTrackingToken(logged.position()),
                domainMessage(readable(logged)));
    }

    private static RecordedEvent readable(Logged logged) {
        return switch (logged) {
            case RecordedEvent event -> event;
            case Unreadable unreadable ->
                    throw new IllegalStateException(
                            "position %d: %s".formatted(unreadable.position(), unreadable.cause()));
        };
    }

    private static DomainEventMessage<Event> domainMessage(RecordedEvent event) {
        Columns columns =
                new Columns(
                        event.occurredAt(),
                        event.commandId(),
                        event.postedBy(),
                        event.recordedBy(),
                        null);
        return new GenericDomainEventMessage<>(
                event.stream().substring(0, event.stream().indexOf('/')),
                event.stream(),
                event.sequence(),
                event.event(),
                columns.toMetaData(),
                event.eventId().toString(),
                event.recordedAt());
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(log.head().position());
    }

    /** Before the first event that was recorded then or later. */
    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        OptionalLong position = log.knownAt(dateTime.minusNanos(1));
        return new GlobalSequenceTrackingToken(position.orElse(log.head().position()));
    }
}
