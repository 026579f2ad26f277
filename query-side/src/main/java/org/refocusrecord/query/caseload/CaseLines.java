package org.refocusrecord.query.caseload;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.events.EventId;
import org.refocusrecord.query.history.CaseHistory;
import org.refocusrecord.query.history.Line;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Cases as they stand after an event of theirs. Several views ask for the same one after the other;
 * the work of folding it is done once. Of a case the line that was asked for last is kept, and of
 * all so many that a bounded number of events is in them: a line holds what it was folded from.
 */
public final class CaseLines {

    private static final int EVENTS_KEPT = 50_000;

    private final ZoneId zone;
    private final int most;
    private final SequencedMap<String, Folded> kept = new LinkedHashMap<>();
    private int events;

    /** A line, of so many events up to this one. */
    private record Folded(EventId last, int events, Line line) {}

    /** With days counted in this zone. */
    public CaseLines(ZoneId zone) {
        this(zone, EVENTS_KEPT);
    }

    /** Keeps so many events at the most, but for those of one case. */
    CaseLines(ZoneId zone, int most) {
        this.zone = zone;
        this.most = most;
    }

    /** The line of a whole stream. */
    public synchronized Line of(List<RecordedEvent> stream) {
        RecordedEvent last = stream.getLast();
        Folded folded = takenOut(last.stream());
        if (folded == null || !folded.last().equals(last.eventId())) {
            Line line = CaseHistory.of(stream, zone).as(null, null);
            folded = new Folded(last.eventId(), stream.size(), line);
        }
        kept.put(last.stream(), folded);
        events += folded.events();
        forget();
        return folded.line();
    }

    private @Nullable Folded takenOut(String stream) {
        Folded folded = kept.remove(stream);
        if (folded != null) {
            events -= folded.events();
        }
        return folded;
    }

    private void forget() {
        while (events > most && kept.size() > 1) {
            Map.Entry<String, Folded> oldest = kept.pollFirstEntry();
            events -= oldest == null ? 0 : oldest.getValue().events();
        }
    }
}
