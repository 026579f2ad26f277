package org.refocusrecord.command.door.inbox;

import org.refocusrecord.eventlog.Arrivals;
import org.refocusrecord.eventlog.LogReads;
import org.refocusrecord.eventlog.keys.SealBroken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Tries waiting sessions again when their case has moved, and ends those that have waited for long
 * enough. Every node looks; of one case only one tries at a time, and the others after it. What a
 * node was not told of it finds now and then.
 */
final class WaitingRounds implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WaitingRounds.class);
    private static final Duration NOW_AND_THEN = Duration.ofSeconds(20);
    private static final Duration BETWEEN_ROUNDS = Duration.ofMillis(50);
    private static final Duration AFTER_A_FAULT = Duration.ofMillis(500);
    private static final Duration STOP = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int SIDE_BY_SIDE = 8;

    private final WaitingTable waiting;
    private final WaitingStreams streams;
    private final Turns turns;
    private final Handling handling;
    private final LogReads log;
    private final Arrivals arrivals;
    private final Lanes lanes = new Lanes(STOP);
    private final Thread thread;
    private final WaitingFaults faults;
    private final AfterOthers after = new AfterOthers();

    /** That are being tried here. */
    private final Set<String> trying = ConcurrentHashMap.newKeySet();

    private volatile boolean closed;
    private long seen;
    private boolean isFirst = true;
    private long swept = System.nanoTime();

    WaitingRounds(
            WaitingTable waiting,
            WaitingStreams streams,
            Turns turns,
            Handling handling,
            LogReads log,
            Arrivals arrivals,
            Obstacles obstacles) {
        this.faults = new WaitingFaults(obstacles, PATIENCE, System::nanoTime);
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
                round();
                LockSupport.parkNanos(BETWEEN_ROUNDS.toNanos());
                arrivals.awaitBeyond(seen, untilLookedFor());
            } catch (InterruptedException stopped) {
                break;
            } catch (RuntimeException | Error failed) {
                // Nobody else tries them: where memory is at an end it may be there again.
                told(failed);
                // What moved just then is found by a sweep.
                swept = System.nanoTime() - NOW_AND_THEN.toNanos();
                LockSupport.parkNanos(AFTER_A_FAULT.toNanos());
            }
        }
    }

    /**
     * Up to the next sweep at the most. That another has a turn is met in a lane, after this was
     * asked.
     */
    private Duration untilLookedFor() {
        Duration swept = Duration.ofNanos(System.nanoTime() - this.swept);
        Duration toSweep = NOW_AND_THEN.minus(swept);
        Duration most = toSweep.isPositive() ? toSweep : Duration.ZERO;
        boolean mayMeetOthers = !trying.isEmpty() || after.isAny();
        return mayMeetOthers && most.compareTo(AfterOthers.SOON) > 0 ? AfterOthers.SOON : most;
    }

    private void told(Throwable failed) {
        if (!closed) {
            faults.met(failed);
        }
    }

    private void round() throws InterruptedException {
        long head = log.head().position();
        Set<String> moved = dueAfterOthers();
        if (isFirst) {
            // This program may read what another could not.
            moved.addAll(streams.all());
            isFirst = false;
        } else if (System.nanoTime() - swept >= NOW_AND_THEN.toNanos()) {
            faults.sweep();
            moved.addAll(streams.due());
            swept = System.nanoTime();
        } else if (head > seen) {
            moved.addAll(streams.moved(seen, head));
        }
        seen = head;
        for (String stream : moved) {
            lanes.awaitAtMost(SIDE_BY_SIDE - 1);
            begin(stream);
        }
    }

    /** What another has tried as far as the log goes is done, if it can be read at all. */
    private Set<String> dueAfterOthers() {
        Set<String> due = after.taken();
        // Nobody is asked about those that are tried here still.
        due.stream().filter(trying::contains).forEach(after::add);
        due.removeAll(trying);
        return due.isEmpty() ? due : streams.due(due);
    }

    /** Others do not wait for one that takes long. */
    private void begin(String stream) {
        if (!trying.add(stream)) {
            after.add(stream);
            return;
        }
        boolean begun = false;
        try {
            lanes.submit(stream, new OfStream(stream));
            begun = true;
        } finally {
            if (!begun) {
                trying.remove(stream);
            }
        }
    }

    private final class OfStream implements Lanes.Turn {
        private final String stream;

        OfStream(String stream) {
            this.stream = stream;
        }

        @Override
        public void take() {
            try {
                tryAll(stream);
            } finally {
                trying.remove(stream);
            }
        }

        @Override
        public void notBegun(Throwable why) {
            trying.remove(stream);
            told(why);
        }
    }

    /** In the order in which they came: one may be what the next waits for. */
    private void tryAll(String stream) {
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
