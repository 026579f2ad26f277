package org.refocusrecord.query.participation;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.team.ImplementationKind;
import org.refocusrecord.events.team.StaffRole;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * How participation is counted: a choice of ours, not the trial's, and therefore data with a name.
 *
 * @param name its name, shown with every figure
 * @param months how long the intervention lasts
 * @param planned the sessions planned
 * @param series of which kind the sessions of a part are
 * @param weights what each part weighs
 * @param rostered the roles whose attendance counts
 * @param daysOnCaseload after how many days with the team a person counts
 * @param rule how the class is found
 */
public record ParticipationPolicy(
        String name,
        int months,
        List<PlannedSession> planned,
        Map<Part, ImplementationKind> series,
        Map<Part, Fraction> weights,
        Set<StaffRole> rostered,
        int daysOnCaseload,
        Rule rule) {

    /** How the class of a team is found. */
    public sealed interface Rule {

        /** As it is shown. */
        String name();

        /**
         * High from this index on, if reach is known and not below its floor: else full attendance
         * without one conversation would be high.
         */
        record Fixed(Fraction index, Fraction reachFloor) implements Rule {
            @Override
            public String name() {
                return "FIXED";
            }
        }

        /** High above the median of the study's intervention teams. */
        record MedianSplit() implements Rule {
            @Override
            public String name() {
                return "MEDIAN_SPLIT";
            }
        }
    }

    /** The policy that counts where no other is named. */
    public static final ParticipationPolicy PARTICIPATION_1 =
            policy("participation-1", new Rule.Fixed(Fraction.of(65, 100), Fraction.of(40, 100)));

    /** The same figures, with the class found by comparing teams. */
    public static final ParticipationPolicy PARTICIPATION_1_MEDIAN =
            policy("participation-1-median", new Rule.MedianSplit());

    private static final List<ParticipationPolicy> ALL =
            List.of(PARTICIPATION_1, PARTICIPATION_1_MEDIAN);

    /** The policy of a name; null if there is none. */
    public static @Nullable ParticipationPolicy named(String name) {
        return ALL.stream().filter(policy -> policy.name.equals(name)).findFirst().orElse(null);
    }

    /** What a part weighs. */
    public Fraction weight(Part part) {
        return Objects.requireNonNull(weights.get(part));
    }

    /** The sessions planned of a part, in order. */
    public List<PlannedSession> planned(Part part) {
        return planned.stream().filter(session -> session.part() == part).toList();
    }

    private static ParticipationPolicy policy(String name, Rule rule) {
        return new ParticipationPolicy(
                name,
                12,
                schedule(),
                Map.of(
                        Part.RECOVERY_TRAINING, ImplementationKind.PERSONAL_RECOVERY_TRAINING,
                        Part.COACHING_TRAINING, ImplementationKind.COACHING_TRAINING,
                        Part.TEAM_REFLECTION, ImplementationKind.TEAM_REFLECTION,
                        Part.LEADER_REFLECTION, ImplementationKind.TEAM_LEADER_REFLECTION),
                Map.of(
                        Part.RECOVERY_TRAINING, Fraction.of(20, 100),
                        Part.COACHING_TRAINING, Fraction.of(20, 100),
                        Part.TEAM_REFLECTION, Fraction.of(10, 100),
                        Part.LEADER_REFLECTION, Fraction.of(10, 100),
                        Part.PARTNERSHIP_PROJECT, Fraction.of(10, 100),
                        Part.PRACTICE_REACH, Fraction.of(30, 100)),
                Set.of(
                        StaffRole.CLINICIAN,
                        StaffRole.TEAM_LEADER,
                        StaffRole.PEER_SUPPORT,
                        StaffRole.SUPPORT),
                90,
                rule);
    }

    /** The trial's schedule; its sixth leader session has no month in the source, so it is ours. */
    private static List<PlannedSession> schedule() {
        List<PlannedSession> planned = new ArrayList<>();
        series(planned, Part.RECOVERY_TRAINING, List.of(1, 2, 5), List.of(1, 1, 1));
        series(planned, Part.COACHING_TRAINING, List.of(3, 4, 5), List.of(2, 1, 1));
        series(planned, Part.TEAM_REFLECTION, List.of(2, 4, 10), List.of(1, 1, 1));
        series(
                planned,
                Part.LEADER_REFLECTION,
                List.of(1, 3, 6, 9, 12, 12),
                List.of(1, 1, 1, 1, 1, 1));
        return List.copyOf(planned);
    }

    private static void series(
            List<PlannedSession> planned, Part part, List<Integer> months, List<Integer> units) {
        for (int index = 0; index < months.size(); index++) {
            planned.add(new PlannedSession(part, index + 1, months.get(index), units.get(index)));
        }
    }
}
