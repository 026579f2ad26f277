package org.refocusrecord.query.careplan;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.refocusrecord.query.history.CaseHistory;
import org.refocusrecord.query.history.CaseStory;
import org.refocusrecord.query.history.Line;
import org.refocusrecord.query.history.NaivePlan;
import org.refocusrecord.query.history.RandomCase;
import org.refocusrecord.query.record.CareTimes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Plans say what the rules say, whatever happened, was recorded late, amended, amended again or
 * taken back, and whichever moments are asked for: boundaries, ties and microseconds beside them.
 */
class AgreeingByBothClocksTest {

    private static final int CASES = Integer.getInteger("refocus.histories", 3_000);
    private static final long SEED = Long.getLong("refocus.seed", 60_000L);
    private static final int QUESTIONS = 8;

    @Test
    void a_plan_agrees_with_the_rules_asked_one_by_one_at_any_two_clocks() {
        long asked = 0;
        for (long seed = SEED; seed < SEED + CASES; seed++) {
            RandomCase chance = new RandomCase(seed);
            CaseHistory history = CaseHistory.of(chance.events(), CaseStory.LONDON);
            for (int question = 0; question < QUESTIONS; question++) {
                Instant asOf = question % 4 == 0 ? null : chance.moment();
                Instant knownAt = question % 3 == 0 ? null : chance.moment();
                agrees(chance, history, seed, asOf, knownAt);
                asked++;
            }
        }
        assertThat(asked).isEqualTo((long) CASES * QUESTIONS);
    }

    private static void agrees(
            RandomCase chance,
            CaseHistory history,
            long seed,
            @Nullable Instant asOf,
            @Nullable Instant knownAt) {
        Line line = history.as(asOf, knownAt);
        NaivePlan rules = new NaivePlan(chance.events(), asOf, knownAt);
        CarePlan plan = CarePlan.of(line, Include.LIVE, List.of(), 0);
        assertThat(items(plan))
                .as("seed %s, as of %s, known at %s", seed, asOf, knownAt)
                .isEqualTo(rules.items());
        LocalDate day = LocalDate.ofInstant(chance.moment(), CaseStory.LONDON);
        assertThat((Object) CareTimes.of(line).teamOn(day))
                .as("seed %s, as of %s, known at %s: the team of %s", seed, asOf, knownAt, day)
                .isEqualTo(rules.teamOn(day));
    }

    private static List<String> items(CarePlan plan) {
        List<String> items = new ArrayList<>();
        for (PlanValue value : plan.values()) {
            items.add("value %s: %s".formatted(value.valueId(), CaseStory.text(value.statement())));
        }
        for (PlanGoal goal : plan.goals()) {
            items.add(goal(goal));
            goal.steps().forEach(step -> items.add(step(step)));
        }
        for (PlanAction action : plan.actions()) {
            items.add("action %s: %s".formatted(action.actionId(), action.responsible()));
        }
        return items;
    }

    private static String goal(PlanGoal goal) {
        Map<String, Object> accepted = new TreeMap<>();
        goal.acceptance().forEach(given -> accepted.put(given.party().toString(), given.answer()));
        return "goal %s: %s, %s, set by %s, accepted %s, progress %s"
                .formatted(
                        goal.goalId(),
                        CaseStory.text(goal.statement()),
                        goal.status(),
                        goal.setBy(),
                        accepted,
                        goal.progress());
    }

    private static String step(PlanStep step) {
        return "step %s: %s, %s %s"
                .formatted(step.stepId(), step.responsible(), step.status(), step.doneBy());
    }
}
