package org.refocusrecord.query.changes;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.correction.EntryMarkedInError;
import org.refocusrecord.events.shape.Member;
import org.refocusrecord.events.shape.RecordShape;
import org.refocusrecord.query.history.Evidence;
import org.refocusrecord.query.history.Fact;

import java.time.Instant;
import java.util.List;

/**
 * What made a plan change.
 *
 * @param at when, by the clock that was asked for
 * @param said what was said, as it reads
 */
record Cause(Instant at, Event said, Evidence evidence) {

    /** A fact on the line. */
    static Cause happened(Fact fact) {
        return new Cause(fact.place(), fact.event(), fact.evidence());
    }

    /** A fact when it was recorded. */
    static Cause recorded(Fact fact) {
        return new Cause(fact.recorded().recordedAt(), fact.event(), fact.evidence());
    }

    /** Something that was said of facts when it was recorded. */
    static Cause said(RecordedEvent recorded, Event shown) {
        return new Cause(recorded.recordedAt(), shown, Evidence.remark(recorded));
    }

    /** How what is gone went. */
    ChangeKind gone() {
        return said instanceof EntryMarkedInError ? ChangeKind.IN_ERROR : ChangeKind.REMOVED;
    }

    /** Who decided it, where the event has a place to say so. */
    List<Person> decidedBy() {
        return member("decidedBy") instanceof List<?> people
                ? people.stream().map(Person.class::cast).toList()
                : List.of();
    }

    /** Why, where the event has a place to say so. */
    @Nullable Words reason() {
        return member("reason") instanceof Words words ? words : null;
    }

    private @Nullable Object member(String name) {
        Member member = RecordShape.of(said.getClass()).member(name);
        return member == null ? null : member.of(said);
    }
}
