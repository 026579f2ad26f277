package org.refocusrecord.query.timeline;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.casefile.CaseEvent;
import org.refocusrecord.events.shape.EventShape;
import org.refocusrecord.query.history.CaseHistory;
import org.refocusrecord.query.history.Evidence;
import org.refocusrecord.query.history.Fact;
import org.refocusrecord.query.history.Line;
import org.refocusrecord.query.history.Remark;
import org.refocusrecord.query.history.Standing;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A case from beginning to end, in the order of the line. What was said of the record stands where
 * it was recorded, whatever had happened by the day that is asked for, and says what it is about.
 */
public final class Timeline {

    private static final Comparator<TimelineItem> IN_ORDER =
            Comparator.comparing(TimelineItem::occurredAt)
                    .thenComparingLong(item -> item.evidence().position());

    private final CaseHistory history;
    private final Map<AnyId, TimelineItem> met = new HashMap<>();

    private Timeline(CaseHistory history) {
        this.history = history;
    }

    /** All of a line, with what is in error. */
    public static List<TimelineItem> of(Line line, CaseHistory history) {
        Timeline timeline = new Timeline(history);
        if (line.asOf() != null) {
            // What had not happened yet is no item, but may be what one is about.
            history.as(null, line.knownAt()).facts().forEach(timeline::item);
        }
        return Stream.concat(
                        line.facts().stream().map(timeline::item),
                        line.remarks().stream().map(timeline::item))
                .sorted(IN_ORDER)
                .toList();
    }

    private TimelineItem item(Fact fact) {
        return item(fact.event(), null, fact.evidence(), fact.standing());
    }

    /** In the order in which they were recorded, so that what one is about was met already. */
    private TimelineItem item(Remark remark) {
        AnyId target = remark.target();
        RecordedEvent recorded = remark.recorded();
        return item(
                history.shown(recorded) instanceof CaseEvent shown ? shown : remark.event(),
                target == null ? null : met.get(target),
                Evidence.remark(recorded),
                remark.standing());
    }

    private TimelineItem item(
            CaseEvent event, @Nullable TimelineItem about, Evidence evidence, Standing standing) {
        String summary = Summary.of(event);
        TimelineItem item =
                new TimelineItem(
                        evidence.occurredAt(),
                        evidence.recordedAt(),
                        EventShape.of(event).name().door(),
                        evidence.sessionId(),
                        evidence.entryId(),
                        about == null ? summary : Plain.about(summary, about.summary()),
                        about == null
                                ? null
                                : new TimelineItem.About(about.entryId(), about.kind()),
                        Summary.text(event),
                        evidence.recordedBy(),
                        evidence,
                        standing);
        met.put(item.entryId(), item);
        return item;
    }
}
