package org.refocusrecord.query.responsibility;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.GoalId;
import org.refocusrecord.events.Id;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.careaction.CareActionAdded;
import org.refocusrecord.events.goal.GoalStepPlanned;
import org.refocusrecord.query.history.Fact;
import org.refocusrecord.query.responsibility.Responsibility.Kind;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** One step or action along the line. */
final class Undertaking {

    private final Kind kind;
    private final Id id;
    private final @Nullable GoalId goalId;
    private final List<Person> first;
    private final Instant plannedAt;
    private final ZoneId zone;
    private List<Person> now;
    private boolean open = true;
    private List<Person> doneBy = List.of();
    private @Nullable Instant doneAt;
    private @Nullable LocalDate doneOn;

    private Undertaking(
            Kind kind,
            Id id,
            @Nullable GoalId goalId,
            List<Person> responsible,
            Instant plannedAt,
            ZoneId zone) {
        this.kind = kind;
        this.id = id;
        this.goalId = goalId;
        this.first = responsible;
        this.now = responsible;
        this.plannedAt = plannedAt;
        this.zone = zone;
    }

    static Undertaking step(GoalStepPlanned step, Fact fact, ZoneId zone) {
        return new Undertaking(
                Kind.STEP, step.stepId(), step.goalId(), step.responsible(), fact.place(), zone);
    }

    static Undertaking action(CareActionAdded action, Fact fact, ZoneId zone) {
        return new Undertaking(
                Kind.ACTION, action.actionId(), null, action.responsible(), fact.place(), zone);
    }

    void responsibleNow(@Nullable List<Person> responsible) {
        if (responsible != null) {
            now = responsible;
        }
    }

    void done(Fact fact, @Nullable List<Person> by, @Nullable LocalDate on) {
        open = false;
        doneBy = by == null || by.isEmpty() ? now : by;
        doneAt = fact.place();
        doneOn = on == null ? day(fact.place()) : on;
    }

    void openAgain() {
        open = true;
        notDone();
    }

    void givenUp() {
        open = false;
        notDone();
    }

    private void notDone() {
        doneBy = List.of();
        doneAt = null;
        doneOn = null;
    }

    Responsibility row(Set<GoalId> ended) {
        boolean goalEnded = goalId != null && ended.contains(goalId);
        return new Responsibility(
                kind,
                id,
                goalId,
                first,
                now,
                doneBy,
                plannedAt,
                day(plannedAt),
                doneAt,
                doneOn,
                open && !goalEnded);
    }

    private LocalDate day(Instant place) {
        return place.atZone(zone).toLocalDate();
    }
}
