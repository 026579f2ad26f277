package org.refocusrecord.query.changes;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;
import org.refocusrecord.query.history.Evidence;

import java.time.Instant;
import java.util.List;

/**
 * One change of one item.
 *
 * @param at when, by the clock that was asked for: the place on the line, or the time of record
 * @param id the item's id
 * @param field the field that changed; null where the whole item came or went
 * @param was the value, or the item, before; null where there was none
 * @param is the value, or the item, after; null where there is none
 * @param by who recorded it
 * @param decidedBy who decided it, where that was said
 * @param reason why, where that was said
 * @param evidence the event that changed it; its session, if it came in one
 */
public record PlanChange(
        Instant at,
        ItemKind item,
        String id,
        ChangeKind change,
        @Nullable String field,
        @Nullable Object was,
        @Nullable Object is,
        Person by,
        List<Person> decidedBy,
        @Nullable Words reason,
        Evidence evidence) {}
