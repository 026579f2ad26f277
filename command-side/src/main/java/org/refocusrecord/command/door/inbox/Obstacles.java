package org.refocusrecord.command.door.inbox;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** What keeps sessions from being read from their topic, each by whom it was met. */
final class Obstacles {

    private final Map<String, String> met = new ConcurrentSkipListMap<>();
    private volatile @Nullable String slow;

    /** It cannot go on, for this reason. */
    void met(String by, String why) {
        met.put(by, why);
    }

    /** It goes on. */
    void gone(String by) {
        met.remove(by);
    }

    /** What was read and comes to no end; null: everything does. */
    void slow(@Nullable String what) {
        slow = what;
    }

    /** What was read and comes to no end; null: everything does. */
    @Nullable String slow() {
        return slow;
    }

    /** Why sessions are not read; null where they are. */
    @Nullable String any() {
        return met.values().stream().findFirst().orElse(null);
    }
}
