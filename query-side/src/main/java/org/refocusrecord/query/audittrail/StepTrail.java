package org.refocusrecord.query.audittrail;

import org.refocusrecord.events.Person;
import org.refocusrecord.events.StepId;
import org.refocusrecord.query.careplan.StepStatus;

import java.util.List;

/**
 * One step, and who was responsible for it.
 *
 * @param responsiblePlanned who was responsible first
 * @param responsible who is responsible now
 */
public record StepTrail(
        StepId stepId,
        List<Person> responsiblePlanned,
        List<Person> responsible,
        List<ResponsibilityChange> changes,
        StepStatus status,
        List<Person> doneBy) {}
