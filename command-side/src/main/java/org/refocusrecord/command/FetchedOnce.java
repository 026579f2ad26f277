package org.refocusrecord.command;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * What several ask for at once is fetched once: whoever comes while it is on its way gets the same.
 * It may so be a little older than the question.
 *
 * @param <V> what is fetched
 */
final class FetchedOnce<V> {

    private final ConcurrentMap<String, CompletableFuture<V>> onTheirWay =
            new ConcurrentHashMap<>();

    /** What is known by this name; it is not fetched if it is on its way. */
    V fetched(String name, Supplier<V> fetch) {
        CompletableFuture<V> ours = new CompletableFuture<>();
        CompletableFuture<V> others = onTheirWay.putIfAbsent(name, ours);
        return others == null ? fetched(name, fetch, ours) : joined(others);
    }

    private V fetched(String name, Supplier<V> fetch, CompletableFuture<V> ours) {
        try {
            V value = fetch.get();
            ours.complete(value);
            return value;
        } catch (RuntimeException | Error failed) {
            ours.completeExceptionally(failed);
            throw failed;
        } finally {
            onTheirWay.remove(name, ours);
        }
    }

    private static <V> V joined(CompletableFuture<V> others) {
        try {
            return others.join();
        } catch (CompletionException failed) {
            switch (failed.getCause()) {
                case RuntimeException theirs -> throw theirs;
                case Error theirs -> throw theirs;
                case null, default -> throw failed;
            }
        }
    }
}
