package org.refocusrecord.app.catalogue;

import org.refocusrecord.events.rating.Instruments;
import org.refocusrecord.events.rating.Instruments.Instrument;
import org.refocusrecord.events.rating.Instruments.Scale;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which items the instruments have, and how each may be answered: asked of the types. */
final class Questionnaires {

    private static final String HEAD =
            """

            ## Instruments

            What `answers` may hold: by the code of an item a number, or a code. They are posted as they stand in the \
            examples *as posted*, and stored with a salt beside them. `DECLINED` and `MISSING` may be said of every \
            item; one that is left out is missing. Items are numbered as in the published instruments; their wordings \
            are no part of the record. Where no version is named, the first that stands here is meant.

            | instrument | version | items | answered with |
            |---|---|---|---|
            """;

    private static final Comparator<String> BY_LETTER_AND_NUMBER =
            Comparator.comparing((String item) -> item.replaceAll("\\d", ""))
                    .thenComparingInt(String::length)
                    .thenComparing(Comparator.naturalOrder());

    private Questionnaires() {}

    static String text() {
        return Instruments.all().stream()
                .map(Questionnaires::rows)
                .collect(Collectors.joining("", HEAD, open()));
    }

    private static String open() {
        return """

        Of %s, and of each that begins with `OTHER_` the items are not known: they take any code of an item \
        (`[A-Z][A-Z0-9_]{0,11}`), answered with a number from -99 to 999 or a code (`[A-Z][A-Z0-9_]{0,39}`).
        """
                .formatted(codes(Instruments.open()));
    }

    private static String rows(Instrument instrument) {
        Map<Scale, List<String>> byScale = new LinkedHashMap<>();
        instrument.items().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(BY_LETTER_AND_NUMBER))
                .forEach(item ->
                        byScale.computeIfAbsent(item.getValue(), _ -> new ArrayList<>())
                                .add(item.getKey()));
        return byScale.entrySet().stream()
                .map(part ->
                        "| `%s` | `%s` | %s | %s |\n"
                                .formatted(
                                        instrument.code(),
                                        instrument.version(),
                                        range(part.getValue()),
                                        words(part.getKey())))
                .collect(Collectors.joining());
    }

    /** The items of a scale are numbered without a gap. */
    private static String range(List<String> items) {
        return items.size() == 1
                ? "`" + items.getFirst() + "`"
                : "`%s` to `%s`".formatted(items.getFirst(), items.getLast());
    }

    private static String words(Scale scale) {
        List<String> words = new ArrayList<>();
        if (scale.min() <= scale.max()) {
            words.add("%d to %d".formatted(scale.min(), scale.max()));
        }
        scale.others().stream().sorted().forEach(other -> words.add(other.toString()));
        if (!scale.codes().isEmpty()) {
            words.add(codes(scale.codes().stream().sorted().toList()));
        }
        return String.join(", ", words);
    }

    private static String codes(List<String> codes) {
        return codes.stream().map(code -> "`" + code + "`").collect(Collectors.joining(", "));
    }
}
