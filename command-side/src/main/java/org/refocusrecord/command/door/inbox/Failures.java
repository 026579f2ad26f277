package org.refocusrecord.command.door.inbox;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * At which records the program failed so badly that all must begin anew. One at which it fails
 * again and again is hopeless: all others would wait for it for ever.
 */
final class Failures {

    private static final int HOPELESS = 3;
    private static final int MOST = 10_000;

    private final Map<Place, Integer> often = new HashMap<>();
    private final AtomicBoolean hasAny = new AtomicBoolean();

    private record Place(String topic, int partition, long offset) {}

    /** It failed at one more. */
    void add(SentRecord sent) {
        // First of all: where memory is at an end, what is below may fail too.
        hasAny.set(true);
        Place place = place(sent);
        synchronized (this) {
            if (often.size() < MOST || often.containsKey(place)) {
                often.merge(place, 1, Integer::sum);
            }
        }
    }

    /** One has come to its end. */
    synchronized void forget(SentRecord sent) {
        if (!often.isEmpty()) {
            often.remove(place(sent));
        }
    }

    /** Whether it failed at one too often. */
    synchronized boolean isHopeless(SentRecord sent) {
        return !often.isEmpty() && often.getOrDefault(place(sent), 0) >= HOPELESS;
    }

    /** Whether it failed since all began anew. */
    boolean hasAny() {
        return hasAny.get();
    }

    /** All have ended, and are to begin anew. */
    void allEnded() {
        hasAny.set(false);
    }

    private static Place place(SentRecord sent) {
        return new Place(sent.topic(), sent.partition(), sent.offset());
    }
}
