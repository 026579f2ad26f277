package org.refocusrecord.command.door.inbox;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Streams whose turn somebody else had, here or on another node. He may lack what this node has,
 * and all are woken by the same events, so that he might come first each time: so they are tried
 * again soon after him.
 */
final class AfterOthers {

    static final Duration SOON = Duration.ofMillis(500);

    private final Map<String, Long> from = new ConcurrentHashMap<>();

    /** Somebody else has the turn of this one. */
    void add(String stream) {
        from.put(stream, System.nanoTime() + SOON.toNanos());
    }

    /** Whether there is one. */
    boolean isAny() {
        return !from.isEmpty();
    }

    /** Takes those out whose time has come. */
    Set<String> taken() {
        long now = System.nanoTime();
        Set<String> taken = new LinkedHashSet<>();
        from.forEach((stream, due) -> {
            if (now - due >= 0 && from.remove(stream, due)) {
                taken.add(stream);
            }
        });
        return taken;
    }
}
