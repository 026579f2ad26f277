package org.refocusrecord.eventlog.store;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Commands whose events mean nothing, with ids that count. */
final class Commands {
    static final Instant OCCURRED_AT = Instant.parse("2012-03-14T10:00:00Z");
    static final UUID OWN_KEY = new UUID(0x0190_0000_0000_7000L, 0);
    static final ContentGuard GUARD = new ContentGuard(filled(32, 7), OWN_KEY);
    private static final AtomicLong COUNT = new AtomicLong();

    private Commands() {}

    static UUID nextId() {
        return new UUID(0x0190_0000_0000_7000L, COUNT.incrementAndGet());
    }

    static String nextStream() {
        return "case/" + nextId();
    }

    static Append command(String stream, long nextSequence, int events) {
        return command(nextId(), stream, nextSequence, events);
    }

    static Append command(UUID commandId, String stream, long nextSequence, int events) {
        List<NewRow> rows =
                IntStream.range(0, events).mapToObj(index -> row(OCCURRED_AT, null)).toList();
        return of(commandId, stream, nextSequence, rows);
    }

    static Append of(UUID commandId, String stream, long nextSequence, List<NewRow> rows) {
        return new Append(
                commandId,
                GUARD,
                stream,
                nextSequence,
                null,
                "clinical-system",
                "STAFF/w-1",
                rows,
                null,
                Erasure.NONE);
    }

    /** One event with words, under a record key. */
    static Append under(UsedKey key, String stream, long nextSequence, byte[] wrappedDataKey) {
        return under(key, stream, nextSequence, List.of(row(OCCURRED_AT, wrappedDataKey)));
    }

    static Append under(UsedKey key, String stream, long nextSequence, List<NewRow> rows) {
        return new Append(
                nextId(),
                new ContentGuard(filled(32, 7), key.id()),
                stream,
                nextSequence,
                null,
                "clinical-system",
                "STAFF/w-1",
                rows,
                key,
                Erasure.NONE);
    }

    /** One event that destroys keys. */
    static Append erasing(String stream, long nextSequence, Erasure erasure) {
        return new Append(
                nextId(),
                GUARD,
                stream,
                nextSequence,
                null,
                "administrator",
                "OTHER/a-1",
                List.of(saying("words.erased", null, null)),
                null,
                erasure);
    }

    static NewRow row(@Nullable Instant occurredAt, byte @Nullable [] wrappedDataKey) {
        return saying("goal.voiced", occurredAt, wrappedDataKey);
    }

    private static NewRow saying(
            String type, @Nullable Instant occurredAt, byte @Nullable [] wrappedDataKey) {
        byte[] payload = "{\"said\":\"secret\"}".getBytes(StandardCharsets.UTF_8);
        return new NewRow(nextId(), type, 1, occurredAt, payload, wrappedDataKey);
    }

    static List<StoredRow> recorded(AppendResult result) {
        return switch (result) {
            case AppendResult.Appended(List<StoredRow> rows) -> rows;
            case AppendResult.AlreadyRecorded _,
                    AppendResult.VersionConflict _,
                    AppendResult.KeyGone _ ->
                    throw new AssertionError(result);
        };
    }

    static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
