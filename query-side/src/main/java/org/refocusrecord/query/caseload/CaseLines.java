package org.refocusrecord.query.caseload;

import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.events.EventId;
import org.refocusrecord.query.history.CaseHistory;
import org.refocusrecord.query.history.Line;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Cases as they stand after an event of theirs. Several views ask for the same one after the other;
 * the work of folding it is done once.
 */
public final class CaseLines {

    private static final int KEPT = 2_000;

    private final ZoneId zone;
    private final Map<EventId, Line> kept = new LinkedHashMap<>();

    /** With days counted in this zone. */
    public CaseLines(ZoneId zone) {
        this.zone = zone;
    }

    /** The line of a whole stream. */
    public synchronized Line of(List<RecordedEvent> stream) {
        EventId last = stream.getLast().eventId();
        Line line = kept.get(last);
        if (line == null) {
            line = CaseHistory.of(stream, zone).as(null, null);
            kept.put(last, line);
            if (kept.size() > KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
        return line;
    }
}
