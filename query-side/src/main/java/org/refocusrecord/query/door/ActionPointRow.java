package org.refocusrecord.query.door;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.GoalId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.careaction.Because;
import org.refocusrecord.events.careaction.Focus;
import org.refocusrecord.events.careaction.PersonsView;
import org.refocusrecord.query.careplan.StepStatus;
import org.refocusrecord.query.planaudit.ActionPoint;
import org.refocusrecord.query.planaudit.AuditedPoint;
import org.refocusrecord.query.planaudit.PlanAtDate;
import org.refocusrecord.query.responsibility.ResponsibilityCounts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** An action point of one person's plan at one date: who is to do it, and since when it is so. */
record ActionPointRow(
        LocalDate date,
        CaseId caseId,
        @Nullable TeamId teamId,
        ActionPoint.Kind kind,
        String id,
        @Nullable GoalId goalId,
        @Nullable Focus focus,
        List<Person> responsible,
        String parties,
        @Nullable StepStatus status,
        @Nullable Because because,
        @Nullable PersonsView personsView,
        Instant addedAt,
        Person addedBy,
        Instant changedAt,
        Person changedBy,
        AuditedPoint.Change change,
        List<String> changed) {

    static final List<String> HEADER =
            List.of(
                    "date",
                    "caseId",
                    "teamId",
                    "kind",
                    "id",
                    "goalId",
                    "focus",
                    "responsible",
                    "parties",
                    "status",
                    "because",
                    "personsView",
                    "addedAt",
                    "addedBy",
                    "changedAt",
                    "changedBy",
                    "change",
                    "changed");

    static ActionPointRow of(CaseId caseId, PlanAtDate plan, AuditedPoint audited) {
        ActionPoint point = audited.point();
        return new ActionPointRow(
                plan.date(),
                caseId,
                plan.teamId(),
                point.kind(),
                point.id(),
                point.goalId(),
                point.focus(),
                point.responsible(),
                ResponsibilityCounts.key(point.parties()),
                point.status(),
                point.because(),
                point.personsView(),
                point.added().occurredAt(),
                point.added().recordedBy(),
                point.changed().occurredAt(),
                point.changed().recordedBy(),
                audited.change(),
                audited.changed());
    }

    void in(Csv csv) {
        csv.row(
                date,
                caseId,
                teamId,
                kind,
                id,
                goalId,
                focus,
                responsible,
                parties,
                status,
                because,
                personsView,
                Answered.instant(addedAt),
                addedBy,
                Answered.instant(changedAt),
                changedBy,
                change,
                changed);
    }
}
