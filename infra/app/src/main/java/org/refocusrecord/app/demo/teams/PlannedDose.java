package org.refocusrecord.app.demo.teams;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.team.Component;
import org.refocusrecord.events.team.Facilitator;
import org.refocusrecord.events.team.ImplementationKind;

import java.util.List;

/**
 * One planned session of the implementation, by month of the year. Kinds, numbers, lengths and
 * months are those of the table in Clarke, Leamy et al (2020); it says six reflection sessions of
 * leaders and lists five months, so the sixth's month is our choice, and so is counting a half day
 * as one unit.
 *
 * @param first whether teams that took little part held it all the same (our choice)
 */
record PlannedDose(
        ImplementationKind kind,
        int number,
        int month,
        @Nullable Integer units,
        int minutes,
        boolean first) {

    private static final int HALF_DAY = 210;
    private static final int HOUR = 60;

    static final List<PlannedDose> ALL =
            List.of(
                    new PlannedDose(ImplementationKind.INFO_SESSION, 1, 1, null, HOUR, true),
                    training(1, 1, true),
                    training(2, 2, true),
                    training(3, 5, false),
                    coaching(1, 3, 2, true),
                    coaching(2, 4, 1, false),
                    coaching(3, 5, 1, false),
                    reflection(1, 2, true),
                    reflection(2, 4, false),
                    reflection(3, 10, false),
                    ofLeader(1, 1, true),
                    ofLeader(2, 3, false),
                    ofLeader(3, 6, true),
                    ofLeader(4, 9, false),
                    ofLeader(5, 12, false),
                    ofLeader(6, 12, false));

    private static PlannedDose training(int number, int month, boolean first) {
        return new PlannedDose(
                ImplementationKind.PERSONAL_RECOVERY_TRAINING, number, month, 1, HALF_DAY, first);
    }

    private static PlannedDose coaching(int number, int month, int units, boolean first) {
        return new PlannedDose(
                ImplementationKind.COACHING_TRAINING,
                number,
                month,
                units,
                units * HALF_DAY,
                first);
    }

    private static PlannedDose reflection(int number, int month, boolean first) {
        return new PlannedDose(
                ImplementationKind.TEAM_REFLECTION, number, month, null, HOUR, first);
    }

    private static PlannedDose ofLeader(int number, int month, boolean first) {
        return new PlannedDose(
                ImplementationKind.TEAM_LEADER_REFLECTION, number, month, null, HOUR, first);
    }

    /** Two trainers, one with lived experience; a professional coach; others from outside. */
    List<Facilitator> facilitators() {
        return switch (kind) {
            case PERSONAL_RECOVERY_TRAINING ->
                    List.of(Facilitator.EXTERNAL_TRAINER, Facilitator.LIVED_EXPERIENCE_TRAINER);
            case COACHING_TRAINING -> List.of(Facilitator.COACH);
            case INFO_SESSION, TEAM_REFLECTION, TEAM_LEADER_REFLECTION, BOOSTER, PHONE_SUPPORT ->
                    List.of(Facilitator.EXTERNAL_TRAINER);
            case SUPERVISION -> List.of(Facilitator.INTERNAL);
        };
    }

    /** What it was about. */
    List<Component> covered() {
        return switch (kind) {
            case PERSONAL_RECOVERY_TRAINING ->
                    switch (number) {
                        case 1 -> List.of(Component.RPR_SHARED_UNDERSTANDING, Component.RPR_VALUES);
                        case 2 -> List.of(Component.WP1, Component.WP2);
                        default -> List.of(Component.WP3, Component.RPR_PARTNERSHIP_PROJECT);
                    };
            case COACHING_TRAINING -> List.of(Component.RPR_COACHING);
            case INFO_SESSION -> List.of(Component.RPR_RAISE_EXPECTATIONS);
            case TEAM_REFLECTION, TEAM_LEADER_REFLECTION, SUPERVISION, BOOSTER, PHONE_SUPPORT ->
                    List.of();
        };
    }
}
