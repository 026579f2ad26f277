package org.refocusrecord.query.careplan;

import org.refocusrecord.events.Person;
import org.refocusrecord.query.history.Evidence;

import java.time.Instant;

/** Somebody ended a coaching contract. */
public record PlanContractEnd(Person endedBy, Instant at, Evidence evidence) {}
