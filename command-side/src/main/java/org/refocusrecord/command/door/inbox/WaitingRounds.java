package org.refocusrecord.command.door.inbox;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.Arrivals;
import org.refocusrecord.eventlog.LogReads;
import org.refocusrecord.eventlog.keys.SealBroken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Tries waiting sessions again when their case has moved, and ends those that have waited for long
 * enough. Every node looks; of one case only one tries at a time, and the others after it: it may
 * lack what they have, and all are woken by the same events, so that it might come first each time.
 * What a node was not told of it finds now and then.
 */
final class WaitingRounds implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WaitingRounds.class);
    private static final Duration NOW_AND_THEN = Duration.ofSeconds(20);
    private static final Duration BETWEEN_ROUNDS = Duration.ofMillis(50);
    private static final Duration AFTER_A_FAULT = Duration.ofMillis(500);
    private static final Duration AFTER_ANOTHER = Duration.ofMillis(500);
    private static final Duration STOP = Duration.ofSeconds(20);
    private static final int SIDE_BY_SIDE = 8;

    private final WaitingTable waiting;
    private final WaitingStreams streams;
    private final Turns turns;
    private final Handling handling;
    private final LogReads log;
    private final Arrivals arrivals;
    private final Lanes lanes = new Lanes(STOP);
    private final Thread thread;

    /** Of which another node had the turn. */
    private final Set<String> after = ConcurrentHashMap.newKeySet();

    private volatile boolean closed;
    private volatile @Nullable String fault;
    private volatile boolean isWell;
    private long seen;
    private boolean isFirst = true;
    private long swept = System.nanoTime();

    WaitingRounds(
            WaitingTable waiting,
            WaitingStreams streams,
            Turns turns,
            Handling handling,
            LogReads log,
            Arrivals arrivals) {
        this.waiting = waiting;
        this.streams = streams;
        this.turns = turns;
        this.handling = handling;
        this.log = log;
        this.arrivals = arrivals;
        this.thread = Thread.ofPlatform().name("waiting-sessions").daemon().unstarted(this::go);
    }

    /** Once, however often it is called. */
    void start() {
        if (thread.getState() == Thread.State.NEW) {
            thread.start();
        }
    }

    private void go() {
        while (!closed) {
            try {
                isWell = true;
                round();
                if (isWell) {
                    fault = null;
                }
                LockSupport.parkNanos(BETWEEN_ROUNDS.toNanos());
                arrivals.awaitBeyond(seen, after.isEmpty() ? NOW_AND_THEN : AFTER_ANOTHER);
            } catch (InterruptedException stopped) {
                break;
            } catch (RuntimeException | Error failed) {
                // Nobody else tries them: where memory is at an end it may be there again.
                toldIfPossible(failed);
                LockSupport.parkNanos(AFTER_A_FAULT.toNanos());
            }
        }
    }

    private void toldIfPossible(Throwable failed) {
        try {
            told(failed);
        } catch (Error _) {
            // It is told next time, or the time after that: here is nothing left to do it with.
        }
    }

    private void told(Throwable failed) {
        isWell = false;
        String said = failed.getClass().getSimpleName();
        if (!closed && !said.equals(fault)) {
            LOG.warn("waiting sessions are not tried: {}", said);
        }
        fault = said;
    }

    private void round() throws InterruptedException {
        long head = log.head().position();
        Set<String> moved = new LinkedHashSet<>(after);
        if (isFirst) {
            // This program may read what another could not.
            moved.addAll(streams.all());
            isFirst = false;
        } else if (System.nanoTime() - swept >= NOW_AND_THEN.toNanos()) {
            moved.addAll(streams.due());
            swept = System.nanoTime();
        } else if (head > seen) {
            moved.addAll(streams.moved(seen, head));
        }
        seen = head;
        tryAll(moved);
    }

    private void tryAll(Collection<String> streams) throws InterruptedException {
        for (String stream : streams) {
            lanes.awaitAtMost(SIDE_BY_SIDE - 1);
            lanes.submit(stream, new OfStream(stream));
        }
        lanes.awaitAtMost(0);
    }

    private final class OfStream implements Lanes.Turn {
        private final String stream;

        OfStream(String stream) {
            this.stream = stream;
        }

        @Override
        public void take() {
            tryAll(stream);
        }

        @Override
        public void notBegun(Throwable why) {
            told(why);
        }
    }

    /** In the order in which they came: one may be what the next waits for. */
    private void tryAll(String stream) {
        after.remove(stream);
        try {
            if (!turns.alone(stream, () -> tryEach(waiting.of(stream)))) {
                after.add(stream);
            }
        } catch (Perseverance.Closed over) {
            LOG.debug("it goes on waiting", over);
        } catch (RuntimeException | Error failed) {
            told(failed);
        }
    }

    private void tryEach(List<UUID> ids) {
        for (UUID id : ids) {
            if (closed || !again(id)) {
                return;
            }
        }
    }

    /** One more time; false where those behind it need not be tried. */
    private boolean again(UUID id) {
        try {
            return waiting.one(id).map(handling::again).orElse(true);
        } catch (SealBroken | WaitingForm.OfALaterVersion | UncheckedIOException unreadable) {
            // Those behind it are tried all the same.
            LOG.error("the waiting session {} cannot be opened: {}", id, unreadable.getMessage());
            return true;
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            // Where the brokers were never there it was not even started.
            if (thread.getState() != Thread.State.NEW) {
                thread.join(STOP);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        lanes.close();
    }
}
