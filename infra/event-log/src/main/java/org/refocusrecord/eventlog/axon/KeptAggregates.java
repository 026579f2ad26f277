package org.refocusrecord.eventlog.axon;

import org.axonframework.eventhandling.DomainEventMessage;
import org.refocusrecord.eventlog.axon.Passage.Loading;

import java.util.Optional;

/**
 * Aggregates that somebody keeps, each as a snapshot: a message whose payload is a fresh aggregate
 * and whose sequence is that of the last event in it; -1 where it has none yet. Empty where none
 * are kept: Axon then takes it that the stream has no events, and makes an exception of that.
 */
public interface KeptAggregates {

    /** Where nothing is kept. */
    KeptAggregates NONE = (_, _) -> Optional.empty();

    /** The aggregate of a stream, as it is to be loaded. */
    Optional<DomainEventMessage<?>> of(String stream, Loading loading);
}
