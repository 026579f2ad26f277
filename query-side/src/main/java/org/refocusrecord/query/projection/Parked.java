package org.refocusrecord.query.projection;

import java.time.Instant;

/**
 * A stream with an event that a view could not apply: it and all later ones of the stream wait.
 *
 * @param projection the view
 * @param stream the case, team or study
 * @param firstPosition where the event stands that could not be applied
 * @param lastPosition where the last one stands that waits
 * @param events how many wait
 * @param cause what happened, in words, without any text of a person
 * @param since when it was parked
 */
public record Parked(
        String projection,
        String stream,
        long firstPosition,
        long lastPosition,
        long events,
        String cause,
        Instant since) {}
