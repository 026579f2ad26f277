package org.refocusrecord.eventlog;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.store.LogStore;
import org.refocusrecord.eventlog.store.RawEvent;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * The log stream by stream, for whoever wants every stream whole and once: page by page of the log
 * he would meet each again and again. While a page is with the caller the next one is fetched. It
 * ends, since it goes up to a position.
 *
 * <p>What is missing from a stream is not looked for.
 */
public final class LogStreams implements AutoCloseable {

    private static final int WORTH_SHARING = 200;

    private final LogStore store;
    private final Function<RawEvent, Logged> read;
    private final long to;
    private final int limit;
    private final ExecutorService fetching =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("log-streams").factory());
    private String after;
    private @Nullable Future<List<Logged>> ahead;

    LogStreams(LogStore store, Function<RawEvent, Logged> read, String after, long to, int limit) {
        this.store = store;
        this.read = read;
        this.after = after;
        this.to = to;
        this.limit = limit;
    }

    /**
     * The next streams, with about so many events as were asked for, more where a single one has
     * more; empty at the end. After a failure it is the same page again.
     */
    public List<Logged> next() throws InterruptedException {
        Future<List<Logged>> fetched = ahead;
        ahead = null;
        List<Logged> page = fetched == null ? page(after) : awaited(fetched);
        if (!page.isEmpty()) {
            String last = page.getLast().stream();
            after = last;
            ahead = fetching.submit(() -> page(last));
        }
        return page;
    }

    private List<Logged> page(String behind) {
        // Behind all of its events.
        List<Logged> rows = fetched(behind, Long.MAX_VALUE);
        if (rows.size() < limit) {
            return rows;
        }
        String last = rows.getLast().stream();
        if (!rows.getFirst().stream().equals(last)) {
            // There may be more of it.
            return rows.stream().filter(row -> !row.stream().equals(last)).toList();
        }
        return whole(rows, last);
    }

    private List<Logged> whole(List<Logged> beginning, String stream) {
        List<Logged> whole = new ArrayList<>(beginning);
        List<Logged> more = beginning;
        while (more.size() == limit) {
            more =
                    fetched(stream, whole.getLast().sequence()).stream()
                            .takeWhile(row -> row.stream().equals(stream))
                            .toList();
            whole.addAll(more);
        }
        return whole;
    }

    private List<Logged> fetched(String stream, long afterSequence) {
        List<RawEvent> rows = store.streamPage(stream, afterSequence, to, limit);
        return (rows.size() < WORTH_SHARING ? rows.stream() : rows.parallelStream())
                .map(read)
                .toList();
    }

    private static List<Logged> awaited(Future<List<Logged>> fetched) throws InterruptedException {
        try {
            return fetched.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(failed.getCause());
        }
    }

    /** Ends the fetching; a page under way is not broken off. */
    @Override
    public void close() {
        fetching.shutdown();
    }
}
