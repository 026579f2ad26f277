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

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A case from beginning to end, in the order of the line. What was said of the record stands where
 * it was recorded, beside what it is about: where that had not happened yet there is nothing to be
 * said of it.
 */
public final class Timeline {

    private static final Comparator<TimelineItem> IN_ORDER =
            Comparator.comparing(TimelineItem::occurredAt)
                    .thenComparingLong(item -> item.evidence().position());

    private final CaseHistory history;
    private final List<TimelineItem> items = new ArrayList<>();
    private final Map<AnyId, TimelineItem> byId = new HashMap<>();

    private Timeline(CaseHistory history) {
        this.history = history;
    }

    /** All of a line, with what is in error. */
    public static List<TimelineItem> of(Line line, CaseHistory history) {
        Timeline timeline = new Timeline(history);
        line.facts().forEach(timeline::add);
        line.remarks().forEach(timeline::add);
        return timeline.items.stream().sorted(IN_ORDER).toList();
    }

    private void add(Fact fact) {
        add(fact.event(), null, fact.evidence(), fact.standing());
    }

    /** In the order in which they were recorded, so that what one is about stands there already. */
    private void add(Remark remark) {
        AnyId target = remark.target();
        TimelineItem about = target == null ? null : byId.get(target);
        if (items.isEmpty() || (target != null && about == null)) {
            return;
        }
        RecordedEvent recorded = remark.recorded();
        CaseEvent event =
                history.shown(recorded) instanceof CaseEvent shown ? shown : remark.event();
        add(event, about, Evidence.remark(recorded), remark.standing());
    }

    private void add(
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
        items.add(item);
        byId.put(item.entryId(), item);
    }
}
