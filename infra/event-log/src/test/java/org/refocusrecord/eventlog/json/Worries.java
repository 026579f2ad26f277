package org.refocusrecord.eventlog.json;

import org.refocusrecord.eventlog.keys.DataKey;
import org.refocusrecord.eventlog.keys.Randomness;
import org.refocusrecord.eventlog.words.SealedText;
import org.refocusrecord.eventlog.words.WordsSeal;
import org.refocusrecord.events.EventId;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * An event that there never was: {@code goal.worry-raised}. Its second revision gave its texts the
 * names that they have now, which put them in another order; then it got the name {@code
 * goal.concern-raised} and codes instead of words for what it is about.
 */
final class Worries {

    static final Upcaster RENAMED_TEXTS =
            upcaster(
                    1,
                    "goal.worry-raised",
                    2,
                    payload -> {
                        payload.set("words", payload.remove("fear"));
                        payload.set("whatWouldHelp", payload.remove("help"));
                        return payload;
                    });

    static final Upcaster BECAME_CONCERNS =
            upcaster(
                    2,
                    "goal.concern-raised",
                    1,
                    payload -> {
                        Map<String, String> codes = Map.of("danger", "RISK", "money", "RESOURCES");
                        String about = payload.remove("about").stringValue();
                        payload.put("concern", codes.getOrDefault(about, "OTHER"));
                        payload.put("kind", "GOAL_CONCERN");
                        return payload;
                    });

    static final List<Upcaster> ALL = List.of(RENAMED_TEXTS, BECAME_CONCERNS);

    private Worries() {}

    static Upcaster upcaster(
            int revision, String newName, int newRevision, UnaryOperator<ObjectNode> upcast) {
        return new Upcaster() {
            @Override
            public String stream() {
                return "case";
            }

            @Override
            public String name() {
                return "goal.worry-raised";
            }

            @Override
            public int revision() {
                return revision;
            }

            @Override
            public String newName() {
                return newName;
            }

            @Override
            public int newRevision() {
                return newRevision;
            }

            @Override
            public ObjectNode upcast(ObjectNode payload) {
                return upcast.apply(payload);
            }
        };
    }

    /** The first revision as it was stored, its texts first the fear and then the help. */
    static String first(DataKey key, EventId event) {
        return """
        {"about":"danger","by":{"id":"b0000000-0000-4000-8000-000000000001","party":"STAFF"},\
        "entryId":"90000000-0000-4000-8000-000000000023","fear":%s,\
        "goalId":"f0000000-0000-4000-8000-000000000001","help":%s,"kind":"GOAL_WORRY"}\
        """
                .formatted(
                        words(key, event, 0, "The stove was left on."),
                        words(key, event, 1, "A stove that turns itself off."));
    }

    private static String words(DataKey key, EventId event, int n, String text) {
        SealedText sealed = WordsSeal.seal(key, event, n, text, Randomness.secure());
        return """
        {"c":"%s","d":"%s","n":%d,"sharing":"TEAM",\
        "statedBy":{"id":"b0000000-0000-4000-8000-000000000001","party":"STAFF"},"wording":"PARAPHRASE"}\
        """
                .formatted(sealed.c(), sealed.d(), n);
    }
}
