package org.refocusrecord.eventlog;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/** Receipts as they are given out, by whatever door. */
public final class ReceiptJson {

    private ReceiptJson() {}

    /** The receipt of a session. */
    public record OfSession(
            String sessionId,
            String caseId,
            long caseVersion,
            Instant recordedAt,
            long position,
            List<Line> events) {}

    /** The receipt of any other command. */
    public record OfCommand(
            String commandId,
            String stream,
            long version,
            Instant recordedAt,
            long position,
            List<Line> events) {}

    /** One event of a receipt; a header's {@code entryId} is the session's or command's own id. */
    public record Line(
            String eventId,
            String entryId,
            String type,
            int revision,
            long sequence,
            long position,
            String leafHash) {}

    /** The receipt of a session or of any other command. */
    public static Object of(Receipt receipt) {
        return receipt.isOfSession() ? ofSession(receipt) : ofCommand(receipt);
    }

    /** The receipt of a session. */
    public static OfSession ofSession(Receipt receipt) {
        return new OfSession(
                receipt.commandId().toString(),
                receipt.stream().substring(receipt.stream().indexOf('/') + 1),
                receipt.version(),
                receipt.recordedAt(),
                receipt.position(),
                lines(receipt));
    }

    private static OfCommand ofCommand(Receipt receipt) {
        return new OfCommand(
                receipt.commandId().toString(),
                receipt.stream(),
                receipt.version(),
                receipt.recordedAt(),
                receipt.position(),
                lines(receipt));
    }

    private static List<Line> lines(Receipt receipt) {
        return receipt.lines().stream()
                .map(line ->
                        new Line(
                                line.eventId().toString(),
                                idOf(line.entryId(), receipt),
                                line.type(),
                                line.revision(),
                                line.sequence(),
                                line.position(),
                                line.leafHash()))
                .toList();
    }

    private static String idOf(@Nullable Object entryId, Receipt receipt) {
        return entryId == null ? receipt.commandId().toString() : entryId.toString();
    }
}
