package org.refocusrecord.command.door.inbox;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A page that is being filled with dead letters of a cause. It is full before its limit where they
 * would need too much memory, or where so much else lies between them that somebody would wait.
 */
final class DeadLetterPage {

    /** Of letters as they came: a page that is full of large ones has fewer. */
    static final long MOST_BYTES = 16 << 20;

    private static final int MOST_LOOKED_AT = 20_000;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final @Nullable String cause;
    private final int limit;
    private final List<DeadLetter> letters = new ArrayList<>();
    private long bytes;
    private int lookedAt;
    private final long until = System.nanoTime() + PATIENCE.toNanos();

    DeadLetterPage(@Nullable String cause, int limit) {
        this.cause = cause;
        this.limit = limit;
    }

    boolean isFull() {
        return letters.size() >= limit
                || bytes >= MOST_BYTES
                || lookedAt >= MOST_LOOKED_AT
                || (lookedAt > 0 && isLate());
    }

    boolean isLate() {
        return System.nanoTime() >= until;
    }

    void lookAt(ConsumerRecord<byte[], byte[]> record) {
        lookedAt++;
        DeadLetter letter = DeadLetter.of(record);
        if (cause == null || letter.cause().equals(cause)) {
            letters.add(letter);
            bytes += letter.sent().bytes();
        }
    }

    List<DeadLetter> letters() {
        return List.copyOf(letters);
    }
}
