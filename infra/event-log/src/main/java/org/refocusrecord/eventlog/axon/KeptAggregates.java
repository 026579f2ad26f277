package org.refocusrecord.eventlog.axon;

import org.axonframework.eventhandling.DomainEventMessage;

import java.util.Optional;

/**
 * Aggregates that somebody keeps, each as a snapshot: a message whose payload is a fresh aggregate
 * and whose sequence is that of the last event in it. Empty of a stream that has no events.
 */
public interface KeptAggregates {

    /** Where nothing is kept. */
    KeptAggregates NONE =
            new KeptAggregates() {
                @Override
                public Optional<DomainEventMessage<?>> asKept(String stream) {
                    return Optional.empty();
                }

                @Override
                public Optional<DomainEventMessage<?>> atHead(String stream) {
                    return Optional.empty();
                }
            };

    /** As it was last known here, which may be a while ago. */
    Optional<DomainEventMessage<?>> asKept(String stream);

    /** As it is at the head of the log. */
    Optional<DomainEventMessage<?>> atHead(String stream);
}
