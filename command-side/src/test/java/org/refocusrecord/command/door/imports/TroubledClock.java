package org.refocusrecord.command.door.imports;

import org.refocusrecord.command.door.NamedPosts;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** What each post looks at first; here it always goes wrong, and counts how often it was asked. */
final class TroubledClock extends Clock {

    private final Runnable trouble;
    private volatile int asked;

    TroubledClock(Runnable trouble) {
        this.trouble = trouble;
    }

    int asked() {
        return asked;
    }

    @SuppressWarnings("NullAway") // No door is come to: the clock is asked before.
    NamedPosts posts() {
        return new NamedPosts(null, null, null, null, this);
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // Lines of one case come one after the other.
    public Instant instant() {
        asked++;
        trouble.run();
        throw new AssertionError("no trouble");
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
