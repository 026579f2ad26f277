package org.refocusrecord.query.audittrail;

import org.refocusrecord.events.Person;

import java.time.Instant;

/**
 * Somebody who ever set, proposed or recorded a goal of a case.
 *
 * @param firstAt the earliest place on the line at which such a goal ever stood
 * @param lastAt the latest
 */
public record GoalPerson(Person person, Instant firstAt, Instant lastAt) {

    GoalPerson and(GoalPerson other) {
        return new GoalPerson(
                person,
                firstAt.isBefore(other.firstAt) ? firstAt : other.firstAt,
                lastAt.isAfter(other.lastAt) ? lastAt : other.lastAt);
    }
}
