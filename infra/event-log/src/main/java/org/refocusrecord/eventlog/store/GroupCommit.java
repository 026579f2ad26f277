package org.refocusrecord.eventlog.store;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Writes appends that come at once in one transaction, so that they share its round trip, its lock
 * and its wait for the disk. There is no thread for it: of those that wait, the first writes for
 * all, and when it is done the next first does. Who comes alone writes at once; who comes among
 * many waits a moment, until half of them are there: so one half is written while the other works,
 * and not every other group is of one.
 *
 * <p>A group has one command of a stream at most, so none in it can stand in another's way; a
 * command that does not stand leaves the others alone. An erasure is written by itself.
 */
final class GroupCommit {
    private static final int MOST_COMMANDS = 256;
    private static final int MOST_BYTES = 4 << 20;
    // Of the time that the last group took.
    private static final int PART_TO_GATHER = 4;
    private static final long MOST_TO_GATHER = TimeUnit.MILLISECONDS.toNanos(2);

    private final LogConnections connections;
    private final int mostWaiting;
    private final LogNotReachable brokenOff = LogNotReachable.brokenOff();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition gathered = lock.newCondition();

    // It makes room for one before it changes: a lack of memory leaves nobody in it who has gone.
    @SuppressWarnings("JdkObsolete")
    private final LinkedList<WaitingAppend> waiting = new LinkedList<>();

    private volatile boolean led;
    private int expected;
    private long toGather;
    private volatile @Nullable CommandTypes types;

    GroupCommit(LogConnections connections, int mostWaiting) {
        this.connections = connections;
        this.mostWaiting = mostWaiting;
    }

    /** What became of an append; thrown is what would be thrown if it were alone. */
    AppendResult append(Append append) {
        WaitingAppend own = new WaitingAppend(append);
        if (led) {
            // There will be time for it while another is written.
            own.copy();
        }
        enter(own);
        if (own.isToLead()) {
            lead(own);
        }
        return own.result();
    }

    /** How many appends wait for their turn. */
    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    private void enter(WaitingAppend own) {
        lock.lock();
        try {
            if (waiting.size() >= mostWaiting) {
                throw new LogBusy(waiting.size());
            }
            waiting.add(own);
            if (!led) {
                led = true;
                expected = 1;
                own.lead();
            } else if (waiting.size() == expected) {
                gathered.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Writes one group, in which the caller's own append is the first, and lets the next lead. */
    private void lead(WaitingAppend own) {
        List<WaitingAppend> group = List.of();
        Runnable telling = null;
        long begun = System.nanoTime();
        try {
            group = new ArrayList<>();
            fill(group);
            begun = System.nanoTime();
            telling = written(group);
        } finally {
            // The next need not wait until all of these are told.
            handOver(own, group.size(), System.nanoTime() - begun);
            if (telling == null) {
                fail(group, brokenOff);
            } else {
                telling.run();
            }
        }
    }

    private void fill(List<WaitingAppend> group) {
        Set<String> streams = new HashSet<>();
        Set<UUID> commands = new HashSet<>();
        int bytes = 0;
        lock.lock();
        try {
            gather();
            for (Iterator<WaitingAppend> all = waiting.iterator(); all.hasNext(); ) {
                WaitingAppend next = all.next();
                bytes += next.append().bytes();
                boolean full = group.size() == MOST_COMMANDS || bytes > MOST_BYTES;
                if (!group.isEmpty() && (full || next.append().isErasing())) {
                    break;
                }
                if (!streams.contains(next.append().stream())
                        && commands.add(next.append().commandId())) {
                    streams.add(next.append().stream());
                    group.add(next);
                    all.remove();
                }
                if (next.append().isErasing()) {
                    break;
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private void gather() {
        long left = toGather;
        while (waiting.size() < expected && left > 0) {
            try {
                left = gathered.awaitNanos(left);
            } catch (InterruptedException interrupted) {
                // Kept until it is done: else the others' connection would be broken off.
                waiting.getFirst().interrupted();
                return;
            }
        }
    }

    /** Whoever broke off before he had taken himself out does not lead again. */
    private void handOver(WaitingAppend own, int answered, long took) {
        lock.lock();
        try {
            if (waiting.peek() == own) {
                waiting.remove();
            }
            WaitingAppend next = waiting.peek();
            led = next != null;
            expected = Math.min((waiting.size() + answered + 1) / 2, MOST_COMMANDS);
            toGather = Math.min(took / PART_TO_GATHER, MOST_TO_GATHER);
            if (next != null) {
                next.lead();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Writes a group, and says how its members are to be told what became of them. */
    private Runnable written(List<WaitingAppend> group) {
        try {
            List<AppendResult> results = ask(group);
            return () -> tell(group, results);
        } catch (LogFault fault) {
            if (group.size() > 1 && fault.isOfWhatWasSent()) {
                return eachAlone(group);
            }
            // A database that was restored knows the types by other numbers.
            types = null;
            return () -> fail(group, fault);
        } catch (LogNotReachable lost) {
            return () -> fail(group, lost);
        } catch (RuntimeException failed) {
            return group.size() > 1 ? eachAlone(group) : () -> fail(group, failed);
        }
    }

    private Runnable eachAlone(List<WaitingAppend> group) {
        group.forEach(member -> written(List.of(member)).run());
        return () -> {};
    }

    private static void fail(List<WaitingAppend> group, RuntimeException why) {
        // Plainly: where memory is at an end, nobody else wakes them.
        for (int index = 0; index < group.size(); index++) {
            if (!group.get(index).isDone()) {
                group.get(index).failed(why);
            }
        }
    }

    private List<AppendResult> ask(List<WaitingAppend> group) {
        CommandTypes known = types();
        Append first = group.getFirst().append();
        if (group.size() == 1 && first.rows().size() == 1) {
            AppendResult only =
                    connections.ask(connection -> OnlyEventCall.result(connection, known, first));
            return List.of(only);
        }
        return connections.write(connection ->
                GroupAppend.results(
                        connection,
                        known,
                        group.stream().map(WaitingAppend::append).toList(),
                        group.stream().map(WaitingAppend::copy).toList()));
    }

    private static void tell(List<WaitingAppend> group, List<AppendResult> results) {
        for (int index = 0; index < group.size(); index++) {
            group.get(index).done(results.get(index));
        }
    }

    /** Asked once, and again after a fault. */
    private CommandTypes types() {
        CommandTypes known = types;
        if (known == null) {
            known = connections.ask(CommandTypes::of);
            types = known;
        }
        return known;
    }
}
