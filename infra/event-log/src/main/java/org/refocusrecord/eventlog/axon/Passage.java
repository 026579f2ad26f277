package org.refocusrecord.eventlog.axon;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.Receipt;
import org.refocusrecord.events.EventId;

import java.util.Optional;

/**
 * What goes along with a command on its way through Axon: the aggregate that it is decided on, and,
 * once it is recorded, the receipt.
 */
public final class Passage {

    private static final String KEY = "passage";

    private final DomainEventMessage<?> aggregate;
    private final @Nullable EventId lastEvent;
    private volatile @Nullable Receipt receipt;

    /**
     * A passage of a command that is decided on this.
     *
     * @param aggregate as a snapshot: a message whose payload is a fresh aggregate and whose
     *     sequence is that of the last event in it; -1 where it has none yet
     * @param lastEvent the last event in it
     */
    public Passage(DomainEventMessage<?> aggregate, @Nullable EventId lastEvent) {
        this.aggregate = aggregate;
        this.lastEvent = lastEvent;
    }

    /** As metadata of the command's message. */
    public MetaData toMetaData() {
        return MetaData.with(KEY, this);
    }

    boolean isOf(String stream) {
        return aggregate.getAggregateIdentifier().equals(stream);
    }

    DomainEventMessage<?> aggregate() {
        return aggregate;
    }

    @Nullable EventId lastEvent() {
        return lastEvent;
    }

    /** What was recorded. */
    public Receipt receipt() {
        Receipt recorded = receipt;
        if (recorded == null) {
            throw new IllegalStateException("nothing was recorded");
        }
        return recorded;
    }

    void recorded(Receipt recorded) {
        receipt = recorded;
    }

    /** The passage of the command that is being handled; empty where it came by another way. */
    static Optional<Passage> current() {
        // A unit of work may be of no message at all.
        return CurrentUnitOfWork.isStarted()
                ? Optional.<Message<?>>ofNullable(CurrentUnitOfWork.get().getMessage())
                        .flatMap(Passage::of)
                : Optional.empty();
    }

    /** The passage of a command; empty where it came by another way. */
    public static Optional<Passage> of(Message<?> command) {
        return Optional.ofNullable((Passage) command.getMetaData().get(KEY));
    }
}
