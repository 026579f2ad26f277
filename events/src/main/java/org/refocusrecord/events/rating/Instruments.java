package org.refocusrecord.events.rating;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Answers.Answer;
import org.refocusrecord.events.Answers.Coded;
import org.refocusrecord.events.Answers.Level;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The instruments that the record knows: versions, items, and what may be answered.
 *
 * <p>Items are numbered as in the published instruments; their wordings are not part of the record.
 * {@code DECLINED} and {@code MISSING} are allowed for every item. Of some instruments the items
 * are not known to us: they take any item code.
 */
public final class Instruments {

    private static final Pattern OPEN_ITEM = Pattern.compile("[A-Z][A-Z0-9_]{0,11}");
    private static final Pattern OPEN_CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");
    private static final Set<String> ALWAYS = Set.of("DECLINED", "MISSING");
    private static final Set<String> OPEN =
            Set.of("RFS", "RECOVERY_KNOWLEDGE", "BEHAVIOURAL_INTENT", "READINESS");

    /** What one item may be answered with: numbers between two bounds, single numbers, codes. */
    public record Scale(int min, int max, Set<Integer> others, Set<String> codes) {
        boolean allows(Answer answer) {
            return switch (answer) {
                case Level(int value) -> (value >= min && value <= max) || others.contains(value);
                case Coded(String code) -> codes.contains(code) || ALWAYS.contains(code);
            };
        }
    }

    /** One version of an instrument and its items; no items: any item code is taken. */
    public record Instrument(String code, String version, Map<String, Scale> items) {}

    private static final Map<String, List<Instrument>> KNOWN =
            Stream.of(
                            inspire(),
                            one("BRIEF_INSPIRE", "1", "B", 5, scale(0, 4)),
                            one("BRIEF_INSPIRE_O", "1", "B", 5, scale(0, 4)),
                            one("GLOBAL_INSPIRE", "2.0", "G", 20, scale(0, 4)),
                            one("QPR", "15", "Q", 15, scale(0, 4)),
                            one("QPR", "22", "Q", 22, scale(0, 4)),
                            one("HONOS", "1", "H", 12, new Scale(0, 4, Set.of(9), Set.of())),
                            single("GAF", "G", scale(0, 100)),
                            one("CANSAS", "1", "N", 22, new Scale(0, 2, Set.of(9), Set.of())),
                            one("CSQ", "8", "C", 8, scale(1, 4)),
                            one("BPRS", "18", "P", 18, scale(0, 7)),
                            one("RSA", "STAFF_36", "A", 36, agreement()),
                            one("RSA", "PERSON_32", "A", 32, agreement()),
                            one("SAFE", "1", "F", 16, review()),
                            single("IOM_GA", "GA", scale(-2, 2)))
                    .collect(Collectors.groupingBy(Instrument::code));

    private Instruments() {}

    /**
     * The versions of an instrument, the default first; empty when its items are not known to us.
     */
    public static List<Instrument> versions(String code) {
        return KNOWN.getOrDefault(code, List.of());
    }

    /** All of which the items are known, by their codes. */
    public static List<Instrument> all() {
        return KNOWN.keySet().stream().sorted().flatMap(code -> versions(code).stream()).toList();
    }

    /** The codes of those of which the items are not known to us. */
    public static List<String> open() {
        return OPEN.stream().sorted().toList();
    }

    /** Whether there is such an instrument. */
    public static boolean isKnown(String code) {
        return KNOWN.containsKey(code) || OPEN.contains(code) || code.startsWith("OTHER_");
    }

    /** The version of an instrument of which the items are known, or null. */
    public static @Nullable Instrument find(String code, String version) {
        return versions(code).stream()
                .filter(instrument -> instrument.version().equals(version))
                .findFirst()
                .orElse(null);
    }

    /** Whether the instrument has such an item. */
    public static boolean hasItem(@Nullable Instrument instrument, String item) {
        return instrument == null
                ? OPEN_ITEM.matcher(item).matches()
                : instrument.items().containsKey(item);
    }

    /** Whether the item may be answered so. */
    public static boolean allows(@Nullable Instrument instrument, String item, Answer answer) {
        if (instrument != null) {
            Scale scale = instrument.items().get(item);
            return scale != null && scale.allows(answer);
        }
        return switch (answer) {
            case Level(int value) -> value >= -99 && value <= 999;
            case Coded(String code) -> OPEN_CODE.matcher(code).matches();
        };
    }

    private static Instrument inspire() {
        Scale support = new Scale(0, 4, Set.of(), Set.of("NOT_IMPORTANT", "IMPORTANT_NO_LEVEL"));
        List<Map.Entry<String, Scale>> items = new ArrayList<>();
        IntStream.rangeClosed(1, 20).forEach(i -> items.add(Map.entry("S" + i, support)));
        IntStream.rangeClosed(1, 7).forEach(i -> items.add(Map.entry("R" + i, scale(0, 4))));
        return new Instrument("INSPIRE", "1", mapOf(items.stream()));
    }

    private static Instrument one(
            String code, String version, String letter, int count, Scale scale) {
        return new Instrument(
                code,
                version,
                mapOf(
                        IntStream.rangeClosed(1, count)
                                .mapToObj(item -> Map.entry(letter + item, scale))));
    }

    private static Instrument single(String code, String item, Scale scale) {
        return new Instrument(code, "1", Map.of(item, scale));
    }

    private static Map<String, Scale> mapOf(Stream<Map.Entry<String, Scale>> items) {
        return items.collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Scale scale(int min, int max) {
        return new Scale(min, max, Set.of(), Set.of());
    }

    private static Scale agreement() {
        return new Scale(1, 5, Set.of(), Set.of("NOT_APPLICABLE", "DONT_KNOW"));
    }

    private static Scale review() {
        return new Scale(1, 0, Set.of(), Set.of("YES", "PARTIAL", "NO", "UNABLE_TO_RATE"));
    }
}
