package org.refocusrecord.events.casefile;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.shape.Happened;

import java.time.LocalDate;
import java.util.List;

/**
 * There is, or is no longer, an advance directive or joint crisis plan: a pointer, never its text.
 */
@EventType(
        name = "case.crisis-plan-noted",
        revision = 1,
        door = "crisis-plan",
        meaning =
                "There is, or is no longer, an advance directive or joint crisis plan: a "
                        + "pointer, never its text.")
public record CrisisPlanNoted(
        CommandId commandId,
        CaseId caseId,
        Boolean exists,
        @Happened LocalDate on,
        @Nullable List<Person> madeWith,
        @Nullable LocalDate reviewOn,
        Person recordedBy)
        implements CaseFileEvent {}
