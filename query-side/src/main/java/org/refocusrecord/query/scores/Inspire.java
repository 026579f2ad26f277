package org.refocusrecord.query.scores;

import org.refocusrecord.events.Answers;

import java.util.ArrayList;
import java.util.List;

/**
 * INSPIRE: support in five domains, and the relationship.
 *
 * <p>Support is rated only for what is important to the person: an item that is not important is
 * not counted, least of all as a zero. Total A is the mean of the domains that can be scored, total
 * B the mean of all items pooled; both are reported, since the official one is not known to us.
 */
final class Inspire {

    private static final String RULE = "inspire-calc-1";
    private static final List<String> DOMAINS =
            List.of("CONNECTEDNESS", "HOPE", "IDENTITY", "MEANING", "EMPOWERMENT");
    private static final int ITEMS_A_DOMAIN = 4;
    private static final int TO_A_HUNDRED = 25;

    private Inspire() {}

    static List<Score> scores(Answers.Given answers) {
        List<Score> scores = new ArrayList<>();
        Ratio sum = Ratio.of(0);
        int scorable = 0;
        for (int domain = 0; domain < DOMAINS.size(); domain++) {
            int first = domain * ITEMS_A_DOMAIN + 1;
            Levels levels = Levels.of(answers, "S", first, first + ITEMS_A_DOMAIN - 1);
            scores.add(mean(DOMAINS.get(domain), levels, 1));
            if (levels.count() > 0) {
                sum = sum.plus(levels.mean());
                scorable++;
            }
        }
        Levels pooled = Levels.of(answers, "S", 1, 20);
        scores.add(
                scorable == 0
                        ? Score.notScorable(RULE, "SUPPORT_A", 0)
                        : Score.scored(
                                RULE,
                                "SUPPORT_A",
                                sum.by(scorable).times(TO_A_HUNDRED),
                                pooled.count()));
        scores.add(mean("SUPPORT_B", pooled, 1));
        scores.add(mean("RELATIONSHIP", Levels.of(answers, "R", 1, 7), 6));
        return List.copyOf(scores);
    }

    private static Score mean(String scale, Levels levels, int needed) {
        return levels.count() < needed
                ? Score.notScorable(RULE, scale, levels.count())
                : Score.scored(RULE, scale, levels.mean().times(TO_A_HUNDRED), levels.count());
    }
}
