package org.refocusrecord.eventlog;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.store.LogStore;
import org.refocusrecord.eventlog.store.RawRow;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * The log page by page, for whoever reads it on and on. While there is much to read, the next page
 * is fetched as the last is handled: fetching is the database's work and handling the caller's, so
 * neither need wait for the other. At the end of the log nothing is fetched before it is asked for.
 */
public final class LogPages implements AutoCloseable {

    private final LogStore store;
    private final Function<List<RawRow>, List<Logged>> read;
    private final long to;
    private final int limit;
    private final ExecutorService fetching = Executors.newVirtualThreadPerTaskExecutor();
    private @Nullable Future<List<RawRow>> ahead;
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
    }

    /**
     * The next page; empty at the end, where asking again may find what came since. After a failure
     * it is the same page again.
     */
    public List<Logged> next() throws InterruptedException {
        Future<List<RawRow>> fetched = ahead;
        ahead = null;
        List<RawRow> rows = fetched == null ? fetch(after) : awaited(fetched);
        if (rows.isEmpty()) {
            return List.of();
        }
        long last = rows.getLast().position();
        Future<List<RawRow>> next =
                rows.size() == limit && last < to ? fetching.submit(() -> fetch(last)) : null;
        List<Logged> page = read.apply(rows);
        after = last;
        ahead = next;
        return page;
    }

    private List<RawRow> fetch(long position) {
        int most = (int) Math.min(limit, Math.max(to - position, 0));
        return most == 0 ? List.of() : store.rawPage(position, most);
    }

    private static List<RawRow> awaited(Future<List<RawRow>> fetched) throws InterruptedException {
        try {
            return fetched.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(failed.getCause());
        }
    }

    /** Ends the fetching; a page under way is not broken off, which would break its connection. */
    @Override
    public void close() {
        fetching.shutdown();
    }
}
