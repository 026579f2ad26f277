package org.refocusrecord.query.history;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.casefile.CaseOpened;
import org.refocusrecord.events.correction.EntryAmended;
import org.refocusrecord.query.history.Sharing.Shared;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that was ever recorded of one case, to be asked how it stood.
 *
 * <p>Two clocks: {@code asOf} asks what had happened, {@code knownAt} what had been recorded; both
 * inclusive. Corrections, disagreements and replies obey {@code knownAt} alone: what is known of a
 * fact now is said of it whenever it happened.
 */
public final class CaseHistory {

    private final List<RecordedEvent> stream;
    private final CaseOpened opened;
    private final ZoneId zone;
    private final Replacements replacements;
    private @Nullable Shared shared;

    private CaseHistory(List<RecordedEvent> stream, CaseOpened opened, ZoneId zone) {
        this.stream = stream;
        this.opened = opened;
        this.zone = zone;
        this.replacements = new Replacements(stream);
    }

    /**
     * The history of a case.
     *
     * @param stream all events of the case up to the log's head, in the order of their sequence
     * @param zone the service's zone
     */
    public static CaseHistory of(List<RecordedEvent> stream, ZoneId zone) {
        if (stream.isEmpty() || !(stream.getFirst().event() instanceof CaseOpened opened)) {
            throw new IllegalArgumentException("a case begins with its opening");
        }
        return new CaseHistory(List.copyOf(stream), opened, zone);
    }

    /** The case as it stood; null is no bound. */
    public Line as(@Nullable Instant asOf, @Nullable Instant knownAt) {
        List<RecordedEvent> known = known(knownAt);
        LineFold fold = fold(known);
        return new Line(
                opened.caseId(),
                opened.serviceUserId(),
                asOf,
                knownAt,
                zone,
                fold.facts(asOf),
                fold.remarks(),
                this::seenBy,
                known.isEmpty() ? 0 : known.getLast().position(),
                known.size());
    }

    LineFold fold(List<RecordedEvent> known) {
        LineFold fold = new LineFold(Corrections.in(known), replacements, new Places(zone));
        known.forEach(fold::after);
        return fold;
    }

    /** The line as it grew with what was recorded until a moment; null: until the last event. */
    public GrowingLine growing(@Nullable Instant knownAt) {
        return new GrowingLine(this, known(knownAt));
    }

    /** The trust, which no correction changes. */
    public String trust() {
        return opened.trust();
    }

    /** The ratings that the person shares with staff, by what was last said of them. */
    public Set<AnyId> sharedRatings() {
        return shared().ratings();
    }

    /** An event with each text that stayed as it was fetched from where it was said. */
    public Event shown(RecordedEvent recorded) {
        return recorded.event() instanceof EntryAmended amended
                ? replacements.withTexts(amended)
                : recorded.event();
    }

    /** By event: the people with whom a text of it may be shared, as of today. */
    public Map<EventId, SeenBy> seenBy() {
        return shared().seenBy();
    }

    /**
     * Most who ask how a case stood do not ask this: it is made when it is first asked for. Two may
     * make it at once; they make the same.
     */
    private Shared shared() {
        Shared made = shared;
        if (made == null) {
            made = Sharing.in(stream, replacements);
            shared = made;
        }
        return made;
    }

    private List<RecordedEvent> known(@Nullable Instant knownAt) {
        return knownAt == null
                ? stream
                : stream.stream()
                        .filter(recorded -> !recorded.recordedAt().isAfter(knownAt))
                        .toList();
    }
}
