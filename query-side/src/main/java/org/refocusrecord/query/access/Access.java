package org.refocusrecord.query.access;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.Person;
import org.refocusrecord.security.Purpose;
import org.refocusrecord.security.Role;

import java.time.Instant;
import java.util.UUID;

/**
 * One read of one case by one caller: who, in which role, whose record, what of it, what for, when.
 *
 * @param id unlike any other
 * @param at by the clock of the node that answered, to the microsecond
 * @param account the {@code sub} of the token
 * @param person who that is: the worker, the service user, or the account where neither is known
 * @param role in which it was read: of several the first by which the case was in scope
 * @param asOf what was asked to have happened by then, if it was
 * @param knownAt what was asked to have been known by then, if it was
 * @param purpose what for, and a few words about nobody's health, if they were given
 */
public record Access(
        UUID id,
        Instant at,
        String account,
        Person person,
        Role role,
        CaseId caseId,
        What what,
        @Nullable Instant asOf,
        @Nullable Instant knownAt,
        @Nullable Purpose purpose,
        Outcome outcome) {}
