package org.refocusrecord.query.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.refocusrecord.query.history.NaiveLine.Seen;

import java.time.Instant;
import java.util.List;

/** The fold says what the rules say, whatever happened and whenever one asks. */
class ComparingWithTheRulesTest {

    private static final int HISTORIES = 3_000;
    private static final int QUESTIONS = 6;

    @Test
    void the_fold_agrees_with_the_rules_asked_one_by_one() {
        for (long seed = 0; seed < HISTORIES; seed++) {
            RandomHistory chance = new RandomHistory(seed);
            CaseHistory history = CaseHistory.of(chance.events(), CaseStory.LONDON);
            agrees(history, chance, seed, null, null);
            for (int question = 0; question < QUESTIONS; question++) {
                Instant asOf = question == 0 ? null : chance.moment();
                Instant knownAt = question == 1 ? null : chance.moment();
                agrees(history, chance, seed, asOf, knownAt);
            }
        }
    }

    private static void agrees(
            CaseHistory history,
            RandomHistory chance,
            long seed,
            @Nullable Instant asOf,
            @Nullable Instant knownAt) {
        List<Seen> folded =
                history.as(asOf, knownAt).facts().stream()
                        .map(ComparingWithTheRulesTest::seen)
                        .toList();
        assertThat(folded)
                .as("seed %s, as of %s, known at %s", seed, asOf, knownAt)
                .isEqualTo(new NaiveLine(chance.events(), asOf, knownAt).facts());
    }

    private static Seen seen(Fact fact) {
        Evidence change = fact.lastChange();
        return new Seen(
                fact.recorded().sequence(),
                fact.event().toString(),
                fact.place(),
                fact.isLive(),
                change == null ? null : change.position(),
                fact.disagreements().stream().map(ComparingWithTheRulesTest::said).toList());
    }

    private static String said(Disagreement disagreement) {
        return disagreement.commandId()
                + " "
                + disagreement.standing()
                + disagreement.replies().stream()
                        .map(reply -> reply.commandId() + " " + reply.standing())
                        .toList();
    }
}
