package org.refocusrecord.query.history;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.events.correction.CorrectionEvent;

import java.time.Instant;
import java.util.List;

/**
 * The line of a case event by event, in the order of recording: how what was known grew. A fact
 * that comes changes none of those before it, so it is only added; whatever is said of facts may
 * change all of them, and the line is then made anew.
 */
public final class GrowingLine {

    private final CaseHistory history;
    private final List<RecordedEvent> stream;
    private LineFold fold;
    private int known;

    GrowingLine(CaseHistory history, List<RecordedEvent> stream) {
        this.history = history;
        this.stream = stream;
        this.fold = history.fold(List.of());
    }

    /** Knows the first events of the case at once, so many. */
    public void know(int events) {
        known = events;
        fold = history.fold(stream.subList(0, known));
    }

    /** How many events had been recorded before a moment (null: none), but a number at least. */
    public int before(@Nullable Instant moment, int least) {
        int before = Math.min(least, stream.size());
        while (moment != null
                && before < stream.size()
                && stream.get(before).recordedAt().isBefore(moment)) {
            before++;
        }
        return before;
    }

    /** How many events are known. */
    public int known() {
        return known;
    }

    /** Whether all events are known. */
    public boolean isWhole() {
        return known == stream.size();
    }

    /** The event that would be known next. */
    public RecordedEvent next() {
        return stream.get(known);
    }

    /**
     * Knows one more event.
     *
     * @return the fact that was added; null where something was said of the facts that were there
     */
    public @Nullable Fact learn() {
        RecordedEvent event = stream.get(known);
        if (event.event() instanceof CorrectionEvent) {
            know(known + 1);
            return null;
        }
        known++;
        fold.after(event);
        return fold.last();
    }

    /** The facts known that hold, in the order of the line; null is no bound. */
    public List<Fact> live(@Nullable Instant asOf) {
        return fold.facts(asOf).stream().filter(Fact::isLive).toList();
    }
}
