package org.refocusrecord.eventlog;

import org.refocusrecord.eventlog.store.LogStore;
import org.refocusrecord.eventlog.store.RawEvent;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The log page by page, for whoever reads it on and on. While there is much to read, the next pages
 * are fetched as the last is handled: fetching is the database's work and handling the caller's, so
 * neither need wait for the other. At the end of the log nothing is fetched before it is asked for.
 *
 * <p>Positions have no holes. Where events are missing all the same, what stands before them is
 * given, and nothing behind them ever.
 *
 * @param <R> what is fetched of a row
 * @param <T> what is made of it
 */
public final class LogPages<R extends RawEvent, T> implements AutoCloseable {

    /** What a page is fetched of a store by. */
    @FunctionalInterface
    public interface Fetching<R> {
        /** The rows after a position, in order, at most so many. */
        List<R> page(LogStore store, long after, int limit);
    }

    private static final int WORTH_SHARING = 200;
    // At once: to hand out a page is work for one core of the database's.
    private static final int PAGES_AHEAD = 2;
    private static final Duration IDLE = Duration.ofSeconds(10);

    private final LogStore store;
    private final Fetching<R> source;
    private final Function<R, T> read;
    private final long to;
    private final int limit;
    // Threads of the platform's own: with virtual ones the same reading took more processor time.
    private final ExecutorService fetching = threads();
    private final Deque<Future<List<R>>> ahead = new ArrayDeque<>();
    private long after;

    /**
     * The log after a position (0: from its beginning) up to another.
     *
     * @param source fetches a page
     * @param read takes a row apart, on whatever thread
     * @param limit how many rows a page has
     */
    public LogPages(
            LogStore store,
            Fetching<R> source,
            Function<R, T> read,
            long after,
            long to,
            int limit) {
        this.store = store;
        this.source = source;
        this.read = read;
        this.after = after;
        this.to = to;
        this.limit = limit;
    }

    /** Of a large page, to take rows apart is work for more than one core; their order stays. */
    private List<T> apart(List<R> rows) {
        Stream<R> raw = rows.size() < WORTH_SHARING ? rows.stream() : rows.parallelStream();
        return raw.map(read).toList();
    }

    /**
     * The next page; empty at the end, where asking again may find what came since. After a failure
     * it is the same page again.
     *
     * @throws LogBroken where the next event is missing, and there are others behind it
     */
    public List<T> next() throws InterruptedException {
        boolean whole = false;
        try {
            List<R> rows = ahead.isEmpty() ? List.of() : awaited(ahead.removeFirst());
            // That there was nothing when it was fetched ahead says nothing of now.
            rows = upToAHole(rows.isEmpty() ? fetch(after) : rows);
            fetchAhead(rows);
            List<T> page = apart(rows);
            after += rows.size();
            whole = true;
            return page;
        } finally {
            if (!whole) {
                forget();
            }
        }
    }

    /** It is known where the pages after a full one begin, since positions have no holes. */
    private void fetchAhead(List<R> rows) {
        if (rows.size() < limit) {
            forget();
            return;
        }
        while (ahead.size() < PAGES_AHEAD) {
            long from = after + (long) limit * (ahead.size() + 1);
            ahead.addLast(fetching.submit(() -> fetch(from)));
        }
    }

    /** What has not begun is not begun any more. */
    private void forget() {
        ahead.forEach(fetch -> fetch.cancel(false));
        ahead.clear();
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

    private List<R> fetch(long position) {
        int most = (int) Math.min(limit, Math.max(to - position, 0));
        return most == 0 ? List.of() : source.page(store, position, most);
    }

    private List<R> upToAHole(List<R> rows) {
        if (rows.isEmpty()) {
            requireTheEnd();
            return rows;
        }
        long first = rows.getFirst().position();
        if (first != after + 1) {
            throw new LogBroken.AtPositions(after + 1, first - 1);
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
                            throw new LogBroken.AtPositions(after + 1, next - 1);
                        }
                    });
        }
    }

    private static <R> List<R> awaited(Future<List<R>> fetched) throws InterruptedException {
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
        forget();
        fetching.shutdown();
    }

    /** They end by themselves where somebody does not close. */
    private static ExecutorService threads() {
        ThreadPoolExecutor threads =
                new ThreadPoolExecutor(
                        PAGES_AHEAD,
                        PAGES_AHEAD,
                        IDLE.toMillis(),
                        TimeUnit.MILLISECONDS,
                        new LinkedBlockingQueue<>(),
                        Thread.ofPlatform().daemon().name("log-pages-", 1).factory());
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }
}
