package org.refocusrecord.query.audittrail;

import org.refocusrecord.events.Person;
import org.refocusrecord.query.history.Evidence;

import java.time.Instant;
import java.util.List;

/** Somebody decided that others are responsible for a step. */
public record ResponsibilityChange(
        Instant at, List<Person> was, List<Person> is, List<Person> decidedBy, Evidence evidence) {}
