package org.refocusrecord.command.door.inbox;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * What is to be told on a topic and was not acknowledged yet. Producers try for ever and in
 * silence, so that how long the oldest waits says more than what they complain of.
 */
final class Untold {

    private final Map<String, Set<Word>> words = new HashMap<>();
    private final LongSupplier nanos;

    /** Nothing yet; the time is given as {@link System#nanoTime()} counts it. */
    Untold(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Something that is to be told, until it is closed. */
    final class Word implements AutoCloseable {
        private final String topic;
        private final long since = nanos.getAsLong();
        private volatile @Nullable String refused;

        private Word(String topic) {
            this.topic = topic;
        }

        /** It could not be told, and is tried again. */
        void refused(Throwable why) {
            // Its message might quote somebody.
            refused = why.getClass().getSimpleName();
        }

        /** It was told, or is to be told no more. */
        @Override
        public void close() {
            end(this);
        }
    }

    /** Something is to be told on this topic. */
    synchronized Word begin(String topic) {
        Word word = new Word(topic);
        words.computeIfAbsent(topic, _ -> new LinkedHashSet<>()).add(word);
        return word;
    }

    private synchronized void end(Word word) {
        words.getOrDefault(word.topic, Set.of()).remove(word);
    }

    /** How much is to be told on a topic. */
    synchronized int count(String topic) {
        return words.getOrDefault(topic, Set.of()).size();
    }

    /**
     * Why something is not told on a topic; null where all is, or may be in a moment.
     *
     * @param patience how long brokers may take
     */
    synchronized @Nullable String trouble(String topic, Duration patience) {
        Set<Word> waiting = words.getOrDefault(topic, Set.of());
        for (Word word : waiting) {
            String refused = word.refused;
            if (refused != null) {
                return "it cannot be written (%s)".formatted(refused);
            }
        }
        boolean isSilent =
                !waiting.isEmpty()
                        && nanos.getAsLong() - waiting.iterator().next().since > patience.toNanos();
        return isSilent
                ? "something waits for an acknowledgement for more than %d seconds"
                        .formatted(patience.toSeconds())
                : null;
    }
}
