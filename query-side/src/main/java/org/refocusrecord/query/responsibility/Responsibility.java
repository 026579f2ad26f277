package org.refocusrecord.query.responsibility;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.GoalId;
import org.refocusrecord.events.Id;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One goal step or care action, and who was responsible for it when.
 *
 * @param kind step or action
 * @param id its id
 * @param goalId the goal of a step
 * @param first who was responsible when it was planned or added
 * @param now who is responsible now
 * @param doneBy who did it, else who was responsible then; nobody where it is not done
 * @param plannedAt its place on the line
 * @param plannedOn the day of that
 * @param doneAt the place on the line of the entry that says it is done
 * @param doneOn the day that was said, else the day of that
 * @param current whether it is in the plan and under way
 */
public record Responsibility(
        Kind kind,
        Id id,
        @Nullable GoalId goalId,
        List<Person> first,
        List<Person> now,
        List<Person> doneBy,
        Instant plannedAt,
        LocalDate plannedOn,
        @Nullable Instant doneAt,
        @Nullable LocalDate doneOn,
        boolean current) {

    /** What it is. */
    public enum Kind {
        STEP,
        ACTION
    }

    /** Whether it is counted. */
    public boolean isCounted(By by) {
        return switch (by) {
            case CURRENT -> current;
            case PLANNED -> true;
            case DONE -> doneAt != null;
        };
    }

    /** The persons by whom it is counted. */
    public List<Person> persons(By by) {
        return switch (by) {
            case CURRENT -> now;
            case PLANNED -> first;
            case DONE -> doneBy;
        };
    }

    /** The parties by which it is counted: several persons of one party are that party once. */
    public Set<Party> parties(By by) {
        Set<Party> parties = EnumSet.noneOf(Party.class);
        persons(by).forEach(person -> parties.add(person.party()));
        return parties;
    }

    /**
     * Whether it was planned, or done, between two moments, both included; null is no bound. Where
     * a day was said and no moment, it counts whole.
     */
    public boolean isWithin(By by, @Nullable Instant from, @Nullable Instant to, ZoneId zone) {
        Instant at = by == By.DONE && doneAt != null ? doneAt : plannedAt;
        LocalDate day = day(by);
        boolean said = !day.equals(LocalDate.ofInstant(at, zone));
        Instant first = said ? day.atStartOfDay(zone).toInstant() : at;
        Instant last = said ? day.plusDays(1).atStartOfDay(zone).minusNanos(1).toInstant() : at;
        return (from == null || !last.isBefore(from)) && (to == null || !first.isAfter(to));
    }

    /** The day by which it is looked for: when it was planned; for what was done, when. */
    public LocalDate day(By by) {
        return by == By.DONE && doneOn != null ? doneOn : plannedOn;
    }
}
