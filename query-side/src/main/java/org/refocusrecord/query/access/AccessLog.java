package org.refocusrecord.query.access;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Purpose;
import org.refocusrecord.web.query.QueryValues;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/**
 * Takes note of every read of a person's record. An answer does not wait for it: an entry is
 * written with others a moment later. While the database takes none they wait, as many as may; then
 * persons' records are read by nobody, since nobody reads unseen.
 */
public final class AccessLog implements AutoCloseable {

    private final AccessQueue queue;
    private final AccessWriter writer;
    private final Clock clock;
    private final LongAdder turnedAway = new LongAdder();

    /** Kept by this keeper, which is let go of in the end; {@link #start} sets it going. */
    public AccessLog(AccessKeeper keeper, AccessSettings settings, Clock clock) {
        this.queue = new AccessQueue(settings.mostWaiting());
        // The other half of the time is for the disk.
        this.writer = new AccessWriter(queue, keeper, settings.within().dividedBy(2));
        this.clock = clock;
    }

    /** Begins to write. */
    public void start() {
        writer.start();
    }

    /**
     * Somebody asks to be shown something of persons' records. It is refused before anything is
     * looked for, so that what is there and what is not look alike.
     *
     * @throws AccessLogFull while no entry has room
     */
    public Asking asks(Caller caller, @Nullable Purpose purpose, What what, QueryValues query) {
        if (!queue.hasRoom()) {
            throw turnedAway();
        }
        return new Asking(this, caller, purpose, what, query);
    }

    void shown(List<Access> accesses) {
        if (!queue.offer(accesses)) {
            throw turnedAway();
        }
    }

    /** There was room when it was asked; were there none now, the answer must be the same. */
    void refused(Access access) {
        queue.addBeyond(access);
    }

    private AccessLogFull turnedAway() {
        turnedAway.increment();
        return new AccessLogFull();
    }

    /** As precise as it is stored. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** How many entries of this node wait to be written. */
    public int waiting() {
        return queue.size();
    }

    /** How long the oldest of them has waited. */
    public Duration age() {
        return queue.age();
    }

    /** How many entries this node has written. */
    public long written() {
        return writer.written();
    }

    /** How many reads this node has turned away. */
    public long refusedForRoom() {
        return turnedAway.sum();
    }

    /** Why nothing is written; null while it is, or nothing is to be. */
    public @Nullable String fault() {
        return writer.fault();
    }

    /** Writes what waits. */
    @Override
    public void close() {
        queue.close();
        writer.close();
    }
}
