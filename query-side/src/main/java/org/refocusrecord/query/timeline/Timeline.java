package org.refocusrecord.query.timeline;

import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.events.casefile.CaseEvent;
import org.refocusrecord.events.shape.EventShape;
import org.refocusrecord.query.history.CaseHistory;
import org.refocusrecord.query.history.Evidence;
import org.refocusrecord.query.history.Fact;
import org.refocusrecord.query.history.Line;
import org.refocusrecord.query.history.Remark;
import org.refocusrecord.query.history.Standing;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A case from beginning to end, in the order of the line. What was said of the record stands where
 * it was recorded.
 */
public final class Timeline {

    private static final Comparator<TimelineItem> IN_ORDER =
            Comparator.comparing(TimelineItem::occurredAt)
                    .thenComparingLong(item -> item.evidence().position());

    private Timeline() {}

    /** All of a line, with what is in error. */
    public static List<TimelineItem> of(Line line, CaseHistory history) {
        return Stream.concat(
                        line.facts().stream().map(Timeline::item),
                        line.remarks().stream().map(remark -> item(remark, history)))
                .sorted(IN_ORDER)
                .toList();
    }

    private static TimelineItem item(Fact fact) {
        return item(fact.event(), fact.evidence(), fact.standing());
    }

    private static TimelineItem item(Remark remark, CaseHistory history) {
        RecordedEvent recorded = remark.recorded();
        Evidence evidence = Evidence.remark(recorded);
        return history.shown(recorded) instanceof CaseEvent shown
                ? item(shown, evidence, remark.standing())
                : item(remark.event(), evidence, remark.standing());
    }

    private static TimelineItem item(CaseEvent event, Evidence evidence, Standing standing) {
        return new TimelineItem(
                evidence.occurredAt(),
                evidence.recordedAt(),
                EventShape.of(event).name().door(),
                evidence.sessionId(),
                evidence.entryId(),
                Summary.of(event),
                Summary.text(event),
                evidence.recordedBy(),
                evidence,
                standing);
    }
}
