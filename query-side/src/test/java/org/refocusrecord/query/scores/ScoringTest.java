package org.refocusrecord.query.scores;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.refocusrecord.events.Answers;
import org.refocusrecord.events.Answers.Answer;
import org.refocusrecord.events.Answers.Coded;
import org.refocusrecord.events.Answers.Level;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class ScoringTest {

    private static final String NO = "NOT_IMPORTANT";

    @Test
    void inspire_scores_only_what_is_important_to_the_person() {
        SortedMap<String, Answer> answers = new TreeMap<>();
        answers.putAll(
                items("S", 3, 4, NO, 2, 2, NO, NO, 3, NO, NO, NO, NO, 4, 3, 2, 1, 0, 1, NO, NO));
        answers.putAll(items("R", 4, 3, 3, 2, 4, 3, 3));

        assertThat(scores("INSPIRE", null, answers))
                .containsExactly(
                        "inspire-calc-1 CONNECTEDNESS 75 (3)",
                        "inspire-calc-1 HOPE 62.5 (2)",
                        "inspire-calc-1 IDENTITY not scorable (0)",
                        "inspire-calc-1 MEANING 62.5 (4)",
                        "inspire-calc-1 EMPOWERMENT 12.5 (2)",
                        "inspire-calc-1 SUPPORT_A 53.13 (11)",
                        "inspire-calc-1 SUPPORT_B 56.82 (11)",
                        "inspire-calc-1 RELATIONSHIP 78.57 (7)");
    }

    @Test
    void inspires_relationship_needs_six_of_seven() {
        assertThat(scores("INSPIRE", "1", items("R", 4, 3, 3, 2, 4, 3, "DECLINED")))
                .contains("inspire-calc-1 RELATIONSHIP 79.17 (6)");
        assertThat(scores("INSPIRE", "1", items("R", 4, 3, 3, 2, 4)))
                .contains("inspire-calc-1 RELATIONSHIP not scorable (5)");
    }

    @Test
    void an_important_item_without_a_level_is_not_counted() {
        assertThat(scores("INSPIRE", "1", items("S", "IMPORTANT_NO_LEVEL", 4)))
                .contains(
                        "inspire-calc-1 CONNECTEDNESS 100 (1)",
                        "inspire-calc-1 SUPPORT_A 100 (1)",
                        "inspire-calc-1 HOPE not scorable (0)");
        assertThat(scores("INSPIRE", "1", items("S")))
                .contains(
                        "inspire-calc-1 SUPPORT_A not scorable (0)",
                        "inspire-calc-1 SUPPORT_B not scorable (0)");
    }

    @Test
    void brief_inspire_needs_all_five() {
        assertThat(scores("BRIEF_INSPIRE", "1", items("B", 3, 2, 2, 3, 1)))
                .containsExactly("brief-inspire-calc-1 TOTAL 55 (5)");
        assertThat(scores("BRIEF_INSPIRE", "1", items("B", 3, 2, 2, 3, "MISSING")))
                .containsExactly("brief-inspire-calc-1 TOTAL not scorable (4)");
        assertThat(scores("BRIEF_INSPIRE_O", null, items("B", 4, 4, 4, 4, 4)))
                .containsExactly("brief-inspire-o-calc-1 TOTAL 100 (5)");
    }

    @Test
    void qpr_is_prorated_from_eighty_per_cent() {
        assertThat(scores("QPR", null, same("Q", 15, 3)))
                .containsExactly("qpr-calc-1 TOTAL 45 (15)");
        assertThat(scores("QPR", "15", items("Q", 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 4)))
                .containsExactly("qpr-calc-1 TOTAL 46.25 (12)");
        assertThat(scores("QPR", "15", same("Q", 11, 3)))
                .containsExactly("qpr-calc-1 TOTAL not scorable (11)");
        assertThat(scores("QPR", "22", same("Q", 17, 3)))
                .containsExactly("qpr-calc-1 TOTAL not scorable (17)");
        assertThat(scores("QPR", "22", same("Q", 18, 3)))
                .containsExactly("qpr-calc-1 TOTAL 66 (18)");
    }

    @Test
    void honos_counts_what_is_not_known_as_nothing_and_says_so() {
        assertThat(scores("HONOS", null, items("H", 1, 2, 9, 4, 0, 1, 1, 1, 9, 9, 9, 9)))
                .containsExactly(
                        "honos-calc-1 TOTAL 10 (7)",
                        "honos-calc-1 BEHAVIOUR 3 (2)",
                        "honos-calc-1 IMPAIRMENT 4 (2)",
                        "honos-calc-1 SYMPTOM 3 (3)",
                        "honos-calc-1 SOCIAL not scorable (0)");
    }

    @Test
    void gaf_nought_is_too_little_to_go_by() {
        assertThat(scores("GAF", null, one("G", 61))).containsExactly("gaf-calc-1 TOTAL 61 (1)");
        assertThat(scores("GAF", null, one("G", 0)))
                .containsExactly("gaf-calc-1 TOTAL not scorable (0)");
    }

    @Test
    void cansas_counts_met_and_unmet_needs() {
        assertThat(scores("CANSAS", null, items("N", 0, 1, 2, 9, 2, 1, 2, "DECLINED")))
                .containsExactly(
                        "cansas-calc-1 MET 2 (6)",
                        "cansas-calc-1 UNMET 3 (6)",
                        "cansas-calc-1 TOTAL 5 (6)");
    }

    @Test
    void csq_reverses_the_items_that_are_printed_the_other_way_round() {
        assertThat(scores("CSQ", null, items("C", 4, 1, 4, 1, 1, 4, 4, 1)))
                .containsExactly("csq-calc-1 TOTAL 32 (8)");
        assertThat(scores("CSQ", null, items("C", 1, 4, 1, 4, 4, 1, 1, 4)))
                .containsExactly("csq-calc-1 TOTAL 8 (8)");
        assertThat(scores("CSQ", null, items("C", 1, 4, 1, 4, 4, 1, 1)))
                .containsExactly("csq-calc-1 TOTAL not scorable (7)");
    }

    @Test
    void bprs_needs_every_item_assessed() {
        assertThat(scores("BPRS", null, same("P", 18, 2)))
                .containsExactly("bprs-calc-1 TOTAL 36 (18)");
        SortedMap<String, Answer> answers = same("P", 18, 2);
        answers.put("P7", new Level(0));
        assertThat(scores("BPRS", null, answers))
                .containsExactly("bprs-calc-1 TOTAL not scorable (17)");
    }

    @Test
    void rsa_is_the_mean_of_what_applies() {
        assertThat(scores("RSA", null, items("A", 5, 4, "NOT_APPLICABLE", 4, "DONT_KNOW")))
                .containsExactly("rsa-calc-1 MEAN 4.33 (3)");
        assertThat(scores("RSA", "PERSON_32", items("A", "NOT_APPLICABLE")))
                .containsExactly("rsa-calc-1 MEAN not scorable (0)");
    }

    @Test
    void goal_attainment_is_what_was_answered() {
        assertThat(scores("IOM_GA", null, one("GA", -2)))
                .containsExactly("iom-ga-calc-1 GA -2 (1)");
        assertThat(scores("IOM_GA", null, one("GA", 0))).containsExactly("iom-ga-calc-1 GA 0 (1)");
        assertThat(scores("IOM_GA", null, new TreeMap<>()))
                .containsExactly("iom-ga-calc-1 GA not scorable (0)");
    }

    @Test
    void a_profile_or_what_is_not_known_to_us_has_no_score() {
        assertThat(scores("SAFE", null, new TreeMap<>())).isEmpty();
        assertThat(scores("GLOBAL_INSPIRE", null, same("G", 20, 4))).isEmpty();
        assertThat(scores("OTHER_HOPE", "x", one("X", 4))).isEmpty();
        assertThat(scores("INSPIRE", "3", items("S", 4))).isEmpty();
    }

    private static List<String> scores(
            String instrument, @Nullable String version, SortedMap<String, Answer> answers) {
        return Scores.of(instrument, version, new Answers.Given(answers)).stream()
                .map(ScoringTest::text)
                .toList();
    }

    private static String text(Score score) {
        String value = score.value() == null ? "not scorable" : score.value().toPlainString();
        assertThat(score.state() == Score.State.SCORED).isEqualTo(score.value() != null);
        return score.rule() + " " + score.scale() + " " + value + " (" + score.items() + ")";
    }

    private static SortedMap<String, Answer> one(String item, int level) {
        SortedMap<String, Answer> answers = new TreeMap<>();
        answers.put(item, new Level(level));
        return answers;
    }

    private static SortedMap<String, Answer> same(String letter, int items, int level) {
        return IntStream.rangeClosed(1, items)
                .boxed()
                .collect(
                        Collectors.toMap(
                                item -> letter + item,
                                _ -> new Level(level),
                                (one, _) -> one,
                                TreeMap::new));
    }

    private static SortedMap<String, Answer> items(String letter, Object... answers) {
        SortedMap<String, Answer> items = new TreeMap<>();
        for (int index = 0; index < answers.length; index++) {
            items.put(
                    letter + (index + 1),
                    answers[index] instanceof Integer level
                            ? new Level(level)
                            : new Coded((String) answers[index]));
        }
        return items;
    }
}
