package org.refocusrecord.query.evidence;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.query.careplan.CarePlan;
import org.refocusrecord.query.careplan.Include;
import org.refocusrecord.query.door.Sight;
import org.refocusrecord.query.door.ViewJson;
import org.refocusrecord.query.history.CaseHistory;
import org.refocusrecord.query.history.Line;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * The care plan that the events of evidence make, at any two clocks: the same fold as in the
 * service, without the service. Its notices are left out, since they rest on the rosters of teams.
 */
public final class EvidencePlan {

    private final CaseHistory history;
    private final ZoneId zone;
    private final Sight sight;
    private final Instant noted;
    private final long position;

    /**
     * Of a case.
     *
     * @param noted when the log noted that these are all events of the case
     * @param position up to which it did
     */
    EvidencePlan(
            List<RecordedEvent> events, ZoneId zone, Sight sight, Instant noted, long position) {
        this.history = CaseHistory.of(events, zone);
        this.zone = zone;
        this.sight = sight;
        this.noted = noted;
        this.position = position;
    }

    /** The zone in which days are days. */
    public ZoneId zone() {
        return zone;
    }

    /** Until when the evidence shows what was known. */
    public Instant noted() {
        return noted;
    }

    /**
     * The plan as it stood.
     *
     * @param asOf what had happened by then; null: no bound
     * @param knownAt what had been recorded by then; null: all that the evidence shows
     * @throws IllegalArgumentException for a moment of which the evidence shows nothing
     */
    public CarePlan at(@Nullable Instant asOf, @Nullable Instant knownAt) {
        Instant known = knownAt == null ? noted : knownAt;
        if (known.isAfter(noted)) {
            throw new IllegalArgumentException("nothing is shown of what was known then");
        }
        Line line = history.as(asOf, known);
        return CarePlan.of(
                line, Include.LIVE, List.of(), knownAt == null ? position : line.position());
    }

    /** A plan as the service writes it. */
    public byte[] json(CarePlan plan) {
        return ViewJson.bytes(plan, sight, false);
    }

    /** A plan to be read, a line each. */
    public List<String> outline(CarePlan plan) {
        return PlanOutline.of(plan, sight);
    }
}
