package org.refocusrecord.events.workingpractice;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.shape.Within;

import java.util.List;

/** Working practice 2: staff and service user talked about strengths and aspirations. */
@EventType(
        name = "strengths.talked-about",
        revision = 1,
        door = "STRENGTHS_CONVERSATION",
        meaning =
                "Working practice 2: staff and service user talked about strengths and "
                        + "aspirations.")
public record StrengthsTalkedAbout(
        EntryId entryId,
        @Nullable DomainScheme domainScheme,
        @Nullable List<Style> styles,
        @Nullable List<Person> with,
        @Nullable LedBy ledBy,
        @Within(min = 1, max = 1440) @Nullable Integer minutes,
        @Nullable List<StrengthDomain> domainsTalkedAbout,
        @Nullable List<StrengthDomain> domainsDeclined,
        @Nullable List<StrengthDomain> domainsNotDiscussed,
        @Nullable Boolean noneNamed,
        @Nullable List<Strength> strengths,
        @Nullable List<Aspiration> aspirations)
        implements WorkingPracticeEvent {}
