package org.refocusrecord.app.demo.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A goal as it stands in the story. */
final class GoalNow {

    final UUID id;
    final List<StepNow> steps = new ArrayList<>();
    boolean set;
    boolean open = true;
    boolean agreed;

    GoalNow(UUID id) {
        this.id = id;
    }

    boolean isUnderWay() {
        return set && open;
    }

    List<StepNow> openSteps() {
        return steps.stream().filter(step -> step.open).toList();
    }

    /** A step as it stands in the story. */
    static final class StepNow {
        final UUID id;
        boolean started;
        boolean open = true;

        StepNow(UUID id) {
            this.id = id;
        }
    }
}
