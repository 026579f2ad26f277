package org.refocusrecord.command.door.inbox;

import java.util.HashMap;
import java.util.Map;

/**
 * At which records the program failed so badly that all must begin anew. One at which it fails
 * again and again is hopeless: all others would wait for it for ever.
 */
final class Failures {

    private static final int HOPELESS = 3;
    private static final int MOST = 1_000;

    private final Map<Place, Integer> often = new HashMap<>();
    private volatile boolean hasAny;

    private record Place(String topic, int partition, long offset) {}

    /** It failed at one more. */
    void add(SentRecord sent) {
        // First of all: where memory is at an end, what is below may fail too.
        hasAny = true;
        synchronized (this) {
            if (often.size() < MOST) {
                often.merge(place(sent), 1, Integer::sum);
            }
        }
    }

    /** Whether it failed at one too often. */
    synchronized boolean isHopeless(SentRecord sent) {
        return often.getOrDefault(place(sent), 0) >= HOPELESS;
    }

    /** Whether it failed since that was asked last. */
    boolean hasAny() {
        boolean had = hasAny;
        hasAny = false;
        return had;
    }

    private static Place place(SentRecord sent) {
        return new Place(sent.topic(), sent.partition(), sent.offset());
    }
}
