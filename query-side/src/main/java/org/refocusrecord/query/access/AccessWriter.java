package org.refocusrecord.query.access;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Writes what waits, many entries by one statement. What could not be written goes on waiting. */
final class AccessWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AccessWriter.class);
    private static final int AT_ONCE = 1_000;
    private static final Duration AFTER_A_FAULT = Duration.ofMillis(250);
    private static final Duration TO_END = Duration.ofSeconds(15);

    private final AccessQueue queue;
    private final AccessKeeper keeper;
    private final Duration gathers;
    private final Thread thread;
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong aside = new AtomicLong();

    /** Of those that are due, which cannot be stored. */
    private final Set<UUID> refused = new HashSet<>();

    private volatile @Nullable String fault;

    /** An entry waits so long for others, at most. */
    AccessWriter(AccessQueue queue, AccessKeeper keeper, Duration gathers) {
        this.queue = queue;
        this.keeper = keeper;
        this.gathers = gathers;
        this.thread = Thread.ofPlatform().name("access-log").daemon().unstarted(this::write);
    }

    void start() {
        thread.start();
    }

    private void write() {
        try {
            for (List<Access> due = due(); !due.isEmpty(); due = due()) {
                if (isKept(due)) {
                    queue.written(due.size());
                    written.addAndGet(due.size() - refused.size());
                    aside.addAndGet(refused.size());
                    refused.clear();
                } else {
                    Thread.sleep(AFTER_A_FAULT);
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } finally {
            keeper.close();
        }
    }

    private List<Access> due() throws InterruptedException {
        return queue.due(AT_ONCE, gathers);
    }

    private boolean isKept(List<Access> due) {
        try {
            keeper.keep(due);
            if (fault != null) {
                LOG.warn("the access log is written again");
            }
            fault = null;
            return true;
        } catch (AccessNotKept failed) {
            return failed.blamesEntries() ? areKeptApart(due, failed) : told(failed);
        } catch (RuntimeException | OutOfMemoryError failed) {
            return told(failed);
        }
    }

    /** One that cannot be stored at all must not keep the others waiting for ever. */
    private boolean areKeptApart(List<Access> due, AccessNotKept failed) {
        if (due.size() == 1) {
            Access one = due.getFirst();
            if (refused.add(one.id())) {
                LOG.error(
                        "a read is not in the access log and will not be: {}, entry {}, case {}",
                        cause(failed),
                        one.id(),
                        one.caseId());
            }
            return true;
        }
        int half = due.size() / 2;
        return isKept(due.subList(0, half)) && isKept(due.subList(half, due.size()));
    }

    /** Once of each, for it may last; false: nothing was written. */
    private boolean told(Throwable failed) {
        String cause = failed instanceof AccessNotKept known ? cause(known) : failed.toString();
        if (!cause.equals(fault)) {
            LOG.error("the access log is not written: {}", cause);
        }
        fault = cause;
        return false;
    }

    private static String cause(AccessNotKept known) {
        return String.valueOf(known.getMessage());
    }

    @Nullable String fault() {
        return fault;
    }

    long aside() {
        return aside.get();
    }

    long written() {
        return written.get();
    }

    /** When all is written, or could not be for too long. */
    @Override
    public void close() {
        try {
            if (thread.isAlive()) {
                thread.join(TO_END);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
        int left = queue.size();
        if (left > 0) {
            LOG.error("{} reads are not in the access log: the database did not take them", left);
        }
    }
}
