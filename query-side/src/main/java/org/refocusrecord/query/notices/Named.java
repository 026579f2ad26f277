package org.refocusrecord.query.notices;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Id;
import org.refocusrecord.events.careaction.CareActionAdded;
import org.refocusrecord.events.careaction.CareActionChanged;
import org.refocusrecord.events.careaction.CareActionRemoved;
import org.refocusrecord.events.casefile.CaseEvent;
import org.refocusrecord.events.goal.GoalChanged;
import org.refocusrecord.events.goal.GoalSet;
import org.refocusrecord.events.goal.GoalStepChanged;
import org.refocusrecord.events.goal.GoalStepPlanned;
import org.refocusrecord.events.workingpractice.AspirationChanged;
import org.refocusrecord.events.workingpractice.AspirationWithdrawn;
import org.refocusrecord.events.workingpractice.PreferenceAnswered;
import org.refocusrecord.events.workingpractice.PreferenceChanged;
import org.refocusrecord.events.workingpractice.PreferenceWithdrawn;
import org.refocusrecord.events.workingpractice.StrengthChanged;
import org.refocusrecord.events.workingpractice.StrengthNoticed;
import org.refocusrecord.events.workingpractice.StrengthWithdrawn;
import org.refocusrecord.events.workingpractice.ValueChanged;
import org.refocusrecord.events.workingpractice.ValueWithdrawn;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Which values, preferences, strengths, aspirations and actions an entry names, or takes back. */
final class Named {

    private Named() {}

    static List<UUID> by(CaseEvent event) {
        return switch (event) {
            case ValueChanged changed -> ids(null, changed.valueId());
            case PreferenceChanged changed -> ids(null, changed.preferenceId());
            case PreferenceAnswered answered -> ids(null, answered.preferenceId());
            case StrengthChanged changed -> ids(null, changed.strengthId());
            case StrengthNoticed noticed -> ids(null, noticed.strengthId());
            case AspirationChanged changed -> ids(null, changed.aspirationId());
            case GoalSet set -> ids(set.arisesFrom());
            case GoalChanged changed -> ids(changed.arisesFrom());
            case GoalStepPlanned planned -> ids(planned.arisesFrom());
            case GoalStepChanged changed -> ids(changed.arisesFrom());
            case CareActionAdded added -> ids(added.arisesFrom());
            case CareActionChanged changed -> ids(changed.arisesFrom(), changed.actionId());
            default -> {
                Id taken = takenBack(event);
                yield taken == null ? List.of() : ids(null, taken);
            }
        };
    }

    static @Nullable Id takenBack(CaseEvent event) {
        return switch (event) {
            case ValueWithdrawn withdrawn -> withdrawn.valueId();
            case PreferenceWithdrawn withdrawn -> withdrawn.preferenceId();
            case StrengthWithdrawn withdrawn -> withdrawn.strengthId();
            case AspirationWithdrawn withdrawn -> withdrawn.aspirationId();
            case CareActionRemoved removed -> removed.actionId();
            default -> null;
        };
    }

    private static List<UUID> ids(@Nullable List<? extends Id> arisesFrom, Id... more) {
        List<UUID> ids = new ArrayList<>();
        if (arisesFrom != null) {
            arisesFrom.forEach(id -> ids.add(id.value()));
        }
        for (Id id : more) {
            ids.add(id.value());
        }
        return ids;
    }
}
