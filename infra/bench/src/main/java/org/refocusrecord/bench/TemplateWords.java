package org.refocusrecord.bench;

import org.refocusrecord.eventlog.EventLog;
import org.refocusrecord.eventlog.Texts;
import org.refocusrecord.eventlog.keys.DataKey;
import org.refocusrecord.eventlog.keys.Randomness;
import org.refocusrecord.eventlog.words.SealedText;
import org.refocusrecord.eventlog.words.WordsSeal;
import org.refocusrecord.events.EventId;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts of a case from which others are made: each copy has the same, sealed anew under a key
 * of its own, so that whoever reads it can open them.
 */
final class TemplateWords {

    private static final Pattern WORDS =
            Pattern.compile("\"c\":\"([^\"]+)\",\"d\":\"([0-9a-f]{64})\"[^}]*?\"n\":(\\d+)");

    /** Where a sealed text stands in a payload, and what it says. */
    private record Spot(int sealed, int digest, int n, String text) {}

    private final List<List<Spot>> spots = new ArrayList<>();

    private TemplateWords() {}

    static TemplateWords of(Rows events, EventLog log) {
        TemplateWords words = new TemplateWords();
        for (int row = 0; row < events.values().size(); row++) {
            EventId event = new EventId((UUID) events.value(row, "event_id"));
            Texts texts = log.texts(List.of(event));
            Matcher matcher =
                    WORDS.matcher(
                            new String(
                                    (byte[]) events.value(row, "payload"),
                                    StandardCharsets.ISO_8859_1));
            List<Spot> found = new ArrayList<>();
            while (matcher.find()) {
                int n = Integer.parseInt(matcher.group(3));
                SealedText sealed = new SealedText(matcher.group(1), matcher.group(2));
                String text = texts.open(event, n, sealed).orElseThrow().text();
                found.add(new Spot(matcher.start(1), matcher.start(2), n, text));
            }
            words.spots.add(found);
        }
        return words;
    }

    /** Whether an event has any. */
    boolean areIn(int row) {
        return !spots.get(row).isEmpty();
    }

    /** Seals those of an event into a copy of its payload; they are as long as they were. */
    void seal(int row, byte[] payload, DataKey key, UUID eventId) {
        EventId event = new EventId(eventId);
        for (Spot spot : spots.get(row)) {
            SealedText sealed =
                    WordsSeal.seal(key, event, spot.n(), spot.text(), Randomness.secure());
            put(sealed.c(), payload, spot.sealed());
            put(sealed.d(), payload, spot.digest());
        }
    }

    private static void put(String text, byte[] payload, int at) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(bytes, 0, payload, at, bytes.length);
    }
}
