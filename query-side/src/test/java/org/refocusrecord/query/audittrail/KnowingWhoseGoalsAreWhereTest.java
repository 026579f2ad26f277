package org.refocusrecord.query.audittrail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.refocusrecord.events.Person;
import org.refocusrecord.query.history.CaseHistory;
import org.refocusrecord.query.history.CaseStory;
import org.refocusrecord.query.history.RandomCase;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Whoever is looked for is never looked for in too few cases, whatever is asked and as known when.
 */
class KnowingWhoseGoalsAreWhereTest {

    private static final int CASES = 2_000;
    private static final int QUESTIONS = 6;

    @Test
    void nobody_by_whom_a_goal_is_found_at_any_two_clocks_is_missing() {
        int found = 0;
        for (long seed = 0; seed < CASES; seed++) {
            RandomCase chance = new RandomCase(seed);
            CaseHistory history = CaseHistory.of(chance.events(), CaseStory.LONDON);
            Map<Person, GoalPerson> people = new HashMap<>();
            GoalPeople.of(chance.events()).forEach(each -> people.put(each.person(), each));
            for (int question = 0; question < QUESTIONS; question++) {
                Instant asOf = question == 0 ? null : chance.moment();
                Instant knownAt = question == 1 ? null : chance.moment();
                for (GoalTrail goal : GoalTrails.of(history.as(asOf, knownAt))) {
                    for (Person person : goal.people()) {
                        assertThat(people).as("seed %s", seed).containsKey(person);
                        GoalPerson known = Objects.requireNonNull(people.get(person));
                        assertThat(goal.at())
                                .as("seed %s", seed)
                                .isBetween(known.firstAt(), known.lastAt());
                        found++;
                    }
                }
            }
        }
        assertThat(found).isGreaterThan(CASES);
    }
}
