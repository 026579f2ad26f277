package org.refocusrecord.query.careplan;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.goal.Concern;

/** One person's concern about a goal: an attributed view, never a status or a veto. */
public record PlanConcern(
        EntryId entryId,
        Person by,
        Concern concern,
        @Nullable Words words,
        @Nullable Words whatWouldHelp,
        Trail trail)
        implements PlanItem {}
