package org.refocusrecord.query.projection;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalLong;

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

    /**
     * Binds what was left open: all that is known now, on the day asked for, else today. Empty for
     * a {@code knownAt} that has not come by the log's clock.
     */
    public static Optional<ReadPoint> of(
            @Nullable Instant asOf,
            @Nullable Instant knownAt,
            LocalDate today,
            EventFeed feed,
            ZoneId zone) {
        Instant asked = asOf != null ? asOf : knownAt;
        LocalDate day = asked == null ? today : LocalDate.ofInstant(asked, zone);
        if (knownAt == null) {
            EventFeed.Head head = feed.head();
            return Optional.of(new ReadPoint(asOf, head.recordedAt(), day, head.position()));
        }
        OptionalLong position = feed.knownAt(knownAt);
        return position.isEmpty()
                ? Optional.empty()
                : Optional.of(new ReadPoint(asOf, knownAt, day, position.getAsLong()));
    }
}
