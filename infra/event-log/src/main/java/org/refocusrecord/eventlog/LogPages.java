package org.refocusrecord.eventlog;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.store.LogStore;
import org.refocusrecord.eventlog.store.RawRow;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The log page by page, for whoever reads it on and on. While there is much to read, the next page
 * is fetched as the last is handled: fetching is the database's work and handling the caller's, so
 * neither need wait for the other. At the end of the log nothing is fetched before it is asked for.
 *
 * <p>Positions have no holes. Where events are missing all the same, what stands before them is
 * given, and nothing behind them ever.
 *
 * @param <T> what is made of a row
 */
public final class LogPages<T> implements AutoCloseable {

    private static final int WORTH_SHARING = 200;

    private final LogStore store;
    private final Function<RawRow, T> read;
    private final long to;
    private final int limit;
    private final ExecutorService fetching = Executors.newVirtualThreadPerTaskExecutor();
    private @Nullable Future<List<RawRow>> ahead;
    private long after;

    /**
     * The log after a position (0: from its beginning) up to another.
     *
     * @param read takes a row apart, on whatever thread
     * @param limit how many rows a page has
     */
    public LogPages(LogStore store, Function<RawRow, T> read, long after, long to, int limit) {
        this.store = store;
        this.read = read;
        this.after = after;
        this.to = to;
        this.limit = limit;
    }

    /** Of a large page, to take rows apart is work for more than one core; their order stays. */
    static <T> List<T> apart(List<RawRow> rows, Function<RawRow, T> read) {
        Stream<RawRow> raw = rows.size() < WORTH_SHARING ? rows.stream() : rows.parallelStream();
        return raw.map(read).toList();
    }

    /**
     * The next page; empty at the end, where asking again may find what came since. After a failure
     * it is the same page again.
     *
     * @throws LogBroken where the next event is missing, and there are others behind it
     */
    public List<T> next() throws InterruptedException {
        Future<List<RawRow>> fetched = ahead;
        ahead = null;
        List<RawRow> rows = upToAHole(fetched == null ? fetch(after) : awaited(fetched));
        if (rows.isEmpty()) {
            return List.of();
        }
        long last = rows.getLast().position();
        Future<List<RawRow>> next =
                rows.size() == limit && last < to ? fetching.submit(() -> fetch(last)) : null;
        List<T> page = apart(rows, read);
        after = last;
        ahead = next;
        return page;
    }

    /** Page after page as one stream, up to the first empty one. To close it closes this. */
    public Stream<T> stream() {
        return Stream.generate(this::uninterrupted)
                .takeWhile(page -> !page.isEmpty())
                .flatMap(Collection::stream)
                .onClose(this::close);
    }

    private List<T> uninterrupted() {
        try {
            return next();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while it read the log", stopped);
        }
    }

    private List<RawRow> fetch(long position) {
        int most = (int) Math.min(limit, Math.max(to - position, 0));
        return most == 0 ? List.of() : store.rawPage(position, most);
    }

    private List<RawRow> upToAHole(List<RawRow> rows) {
        if (rows.isEmpty()) {
            requireTheEnd();
            return rows;
        }
        long first = rows.getFirst().position();
        if (first != after + 1) {
            throw new LogBroken(after + 1, first - 1);
        }
        int whole = rows.size();
        while (rows.get(whole - 1).position() != after + whole) {
            whole--;
        }
        return whole == rows.size() ? rows : rows.subList(0, whole);
    }

    /** A hole may be larger than a page. What comes meanwhile comes right behind the last. */
    private void requireTheEnd() {
        if (after < to) {
            store.positionAfter(after)
                    .ifPresent(next -> {
                        if (next > after + 1) {
                            throw new LogBroken(after + 1, next - 1);
                        }
                    });
        }
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
