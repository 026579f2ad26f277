package org.refocusrecord.eventlog;

import org.refocusrecord.eventlog.store.LogStore;
import org.refocusrecord.eventlog.store.RawRow;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * The log page by page, one page ahead: fetching is the database's work and handling the caller's,
 * so neither need wait for the other.
 */
public final class LogPages implements AutoCloseable {

    private final LogStore store;
    private final Function<List<RawRow>, List<Logged>> read;
    private final long to;
    private final int limit;
    private final ExecutorService fetching = Executors.newVirtualThreadPerTaskExecutor();
    private Future<List<RawRow>> next;
    private long after;

    LogPages(
            LogStore store,
            Function<List<RawRow>, List<Logged>> read,
            long after,
            long to,
            int limit) {
        this.store = store;
        this.read = read;
        this.after = after;
        this.to = to;
        this.limit = limit;
        this.next = fetch();
    }

    private Future<List<RawRow>> fetch() {
        long from = after;
        int most = (int) Math.min(limit, Math.max(to - from, 0));
        return fetching.submit(() -> most == 0 ? List.of() : store.rawPage(from, most));
    }

    /** The next page; empty at the end. */
    public List<Logged> next() throws InterruptedException {
        List<RawRow> rows;
        try {
            rows = next.get();
        } catch (ExecutionException failed) {
            // Asked again, it is fetched again.
            next = fetch();
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(failed.getCause());
        }
        after += rows.size();
        next = fetch();
        return read.apply(rows);
    }

    /** Ends the fetching. */
    @Override
    public void close() {
        fetching.shutdownNow();
    }
}
