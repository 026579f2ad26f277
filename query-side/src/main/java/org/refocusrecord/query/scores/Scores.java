package org.refocusrecord.query.scores;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Answers;
import org.refocusrecord.events.Answers.Level;
import org.refocusrecord.events.rating.Instruments;
import org.refocusrecord.events.rating.Instruments.Instrument;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The scores of a questionnaire.
 *
 * <p>Answers are facts; scores are computed from them by a rule that has a version of its own. A
 * questionnaire whose items are not known to us, or that is a profile only, has none. A score that
 * would rest on nothing is not scorable, never 0.
 */
public final class Scores {

    private static final String TOTAL = "TOTAL";

    private Scores() {}

    /** The version of an instrument that is meant: the default where none was said. */
    public static @Nullable String version(String instrument, @Nullable String version) {
        List<Instrument> versions = Instruments.versions(instrument);
        return version != null || versions.isEmpty() ? version : versions.getFirst().version();
    }

    /** The scores of these answers. */
    public static List<Score> of(
            String instrument, @Nullable String version, Answers.Given answers) {
        String meant = version(instrument, version);
        Instrument known = meant == null ? null : Instruments.find(instrument, meant);
        if (known == null) {
            return List.of();
        }
        return switch (instrument) {
            case "INSPIRE" -> Inspire.scores(answers);
            case "BRIEF_INSPIRE" -> brief("brief-inspire-calc-1", answers);
            case "BRIEF_INSPIRE_O" -> brief("brief-inspire-o-calc-1", answers);
            case "QPR" -> qpr(known.items().size(), answers);
            case "HONOS" -> honos(answers);
            case "GAF" -> gaf(answers);
            case "CANSAS" -> cansas(answers);
            case "CSQ" -> csq(answers);
            case "BPRS" -> bprs(answers);
            case "RSA" -> rsa(known.items().size(), answers);
            case "IOM_GA" -> goalAttainment(answers);
            default -> List.of();
        };
    }

    private static List<Score> brief(String rule, Answers.Given answers) {
        Levels levels = Levels.of(answers, "B", 1, 5);
        return List.of(
                score(rule, TOTAL, levels.count() == 5, levels.total().times(5), levels.count()));
    }

    private static List<Score> qpr(int items, Answers.Given answers) {
        Levels levels = Levels.of(answers, "Q", 1, items);
        boolean enough = levels.count() * 100 >= items * 80;
        return List.of(
                enough
                        ? Score.scored(
                                "qpr-calc-1", TOTAL, levels.mean().times(items), levels.count())
                        : Score.notScorable("qpr-calc-1", TOTAL, levels.count()));
    }

    private static List<Score> honos(Answers.Given answers) {
        return List.of(
                honos(TOTAL, answers, 1, 12),
                honos("BEHAVIOUR", answers, 1, 3),
                honos("IMPAIRMENT", answers, 4, 5),
                honos("SYMPTOM", answers, 6, 8),
                honos("SOCIAL", answers, 9, 12));
    }

    private static Score honos(String scale, Answers.Given answers, int from, int to) {
        Levels known = Levels.of(answers, "H", from, to).where(level -> level != 9);
        return score("honos-calc-1", scale, known.count() > 0, known.total(), known.count());
    }

    private static List<Score> gaf(Answers.Given answers) {
        return single("gaf-calc-1", TOTAL, level(answers, "G", 0));
    }

    private static List<Score> cansas(Answers.Given answers) {
        Levels known = Levels.of(answers, "N", 1, 22).where(level -> level != 9);
        int met = known.where(level -> level == 1).count();
        int unmet = known.where(level -> level == 2).count();
        return List.of(
                needs("MET", met, known.count()),
                needs("UNMET", unmet, known.count()),
                needs(TOTAL, met + unmet, known.count()));
    }

    private static Score needs(String scale, int needs, int items) {
        return score("cansas-calc-1", scale, items > 0, Ratio.of(needs), items);
    }

    private static List<Score> csq(Answers.Given answers) {
        // As printed, these items run the other way.
        List<Integer> reversed = List.of(2, 4, 5, 8);
        List<Levels> all =
                IntStream.rangeClosed(1, 8)
                        .mapToObj(item ->
                                Levels.of(answers, "C", item, item)
                                        .as(level -> reversed.contains(item) ? 5 - level : level))
                        .toList();
        int items = all.stream().mapToInt(Levels::count).sum();
        int sum = all.stream().mapToInt(Levels::sum).sum();
        return List.of(score("csq-calc-1", TOTAL, items == 8, Ratio.of(sum), items));
    }

    private static List<Score> bprs(Answers.Given answers) {
        Levels assessed = Levels.of(answers, "P", 1, 18).where(level -> level != 0);
        return List.of(
                score(
                        "bprs-calc-1",
                        TOTAL,
                        assessed.count() == 18,
                        assessed.total(),
                        assessed.count()));
    }

    private static List<Score> rsa(int items, Answers.Given answers) {
        Levels levels = Levels.of(answers, "A", 1, items);
        return List.of(
                levels.count() > 0
                        ? Score.scored("rsa-calc-1", "MEAN", levels.mean(), levels.count())
                        : Score.notScorable("rsa-calc-1", "MEAN", 0));
    }

    private static List<Score> goalAttainment(Answers.Given answers) {
        return single("iom-ga-calc-1", "GA", level(answers, "GA", null));
    }

    private static @Nullable Integer level(
            Answers.Given answers, String item, @Nullable Integer none) {
        return answers.byItem().get(item) instanceof Level(int value)
                        && (none == null || value != none)
                ? value
                : null;
    }

    private static List<Score> single(String rule, String scale, @Nullable Integer level) {
        return List.of(
                level == null
                        ? Score.notScorable(rule, scale, 0)
                        : Score.scored(rule, scale, Ratio.of(level), 1));
    }

    private static Score score(
            String rule, String scale, boolean scorable, Ratio value, int items) {
        return scorable
                ? Score.scored(rule, scale, value, items)
                : Score.notScorable(rule, scale, items);
    }
}
