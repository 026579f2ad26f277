package org.refocusrecord.query.door;

import org.refocusrecord.query.audittrail.AcceptanceTrail;

import java.io.ByteArrayOutputStream;
import java.util.List;

/** Goals as a table, a row a goal. */
final class GoalCsv {

    private static final List<String> HEADER =
            List.of(
                    "goalId",
                    "caseId",
                    "teamId",
                    "state",
                    "status",
                    "whose",
                    "proposedBy",
                    "setBy",
                    "acceptance",
                    "recordedBy",
                    "arisesFrom",
                    "concernsOf",
                    "steps",
                    "stepsChanged",
                    "occurredAt",
                    "recordedAt",
                    "eventId");

    private GoalCsv() {}

    static byte[] of(List<GoalRow> goals) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Csv csv = new Csv(bytes, HEADER);
        goals.forEach(goal -> row(goal, csv));
        csv.flush();
        return bytes.toByteArray();
    }

    private static void row(GoalRow goal, Csv csv) {
        csv.row(
                goal.goalId(),
                goal.caseId(),
                goal.teamId(),
                goal.state(),
                goal.status(),
                goal.whose(),
                goal.proposedBy(),
                goal.setBy(),
                goal.acceptance().stream().map(GoalCsv::answer).toList(),
                goal.recordedBy(),
                goal.arisesFrom(),
                goal.concerns().stream().map(concern -> concern.by()).toList(),
                goal.steps().size(),
                goal.steps().stream().filter(step -> !step.changes().isEmpty()).count(),
                Answered.instant(goal.evidence().occurredAt()),
                Answered.instant(goal.evidence().recordedAt()),
                goal.evidence().eventId());
    }

    private static String answer(AcceptanceTrail given) {
        return given.party().party()
                + "/"
                + given.party().id()
                + ":"
                + given.answer()
                + (given.how() == null ? "" : ":" + given.how());
    }
}
