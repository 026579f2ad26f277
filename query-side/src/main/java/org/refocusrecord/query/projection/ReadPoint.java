package org.refocusrecord.query.projection;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.RecordedEvent;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * What a question is bound by, once its bounds are known: asked again with these it has the same
 * answer for ever.
 *
 * @param asOf what had happened by then; null: no bound
 * @param knownAt what had been recorded by then; null in an empty log only
 * @param day the day that "now" means
 * @param position the last position known
 */
public record ReadPoint(
        @Nullable Instant asOf, @Nullable Instant knownAt, LocalDate day, long position) {

    /** Binds what was left open: all that is known now, on the day asked for, else today. */
    public static ReadPoint of(
            @Nullable Instant asOf,
            @Nullable Instant knownAt,
            EventFeed feed,
            InstantSource clock,
            ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(firstOf(asOf, knownAt, clock), zone);
        if (knownAt == null) {
            EventFeed.Head head = feed.head();
            return new ReadPoint(asOf, head.recordedAt(), day, head.position());
        }
        long position =
                feed.knownAt(knownAt)
                        .orElseThrow(
                                () -> new IllegalArgumentException("knownAt is in the future"));
        return new ReadPoint(asOf, knownAt, day, position);
    }

    private static Instant firstOf(
            @Nullable Instant asOf, @Nullable Instant knownAt, InstantSource clock) {
        if (asOf != null) {
            return asOf;
        }
        return knownAt == null ? clock.instant() : knownAt;
    }

    /** Leaves out what was recorded while the question was being answered. */
    public List<RecordedEvent> known(List<RecordedEvent> stream) {
        return stream.stream().filter(recorded -> recorded.position() <= position).toList();
    }
}
