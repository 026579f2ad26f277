package org.refocusrecord.command.door.inbox;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * What keeps sessions from being read from their topic, and what keeps some of them from their end
 * while others go on; each by whom it was met.
 */
final class Obstacles {

    private final Map<String, String> ofAll = new ConcurrentSkipListMap<>();
    private final Map<String, String> ofSome = new ConcurrentSkipListMap<>();

    /** None can be read, for this reason. */
    void met(String by, String why) {
        ofAll.put(by, why);
    }

    /** They can. */
    void gone(String by) {
        ofAll.remove(by);
    }

    /** Why none is read; null where they are. */
    @Nullable String any() {
        return first(ofAll);
    }

    /** Some come to no end, for this reason. */
    void metBySome(String by, String why) {
        ofSome.put(by, why);
    }

    /** They do. */
    void goneForSome(String by) {
        ofSome.remove(by);
    }

    /** Why some come to no end; null where all do. */
    @Nullable String anyOfSome() {
        return first(ofSome);
    }

    private static @Nullable String first(Map<String, String> met) {
        return met.values().stream().findFirst().orElse(null);
    }
}
