package org.refocusrecord.eventlog;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.store.StoredRow;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.EventId;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Makes receipts of rows: a receipt is read from the log itself, so that there is no second table
 * to keep in step.
 */
final class Receipts {

    private Receipts() {}

    /**
     * The receipt of a command's rows; {@code entries} are the ids of their entries, in the same
     * order.
     */
    static Receipt of(List<StoredRow> rows, List<@Nullable EntryId> entries) {
        List<Receipt.Line> lines = new ArrayList<>();
        for (int index = 0; index < rows.size(); index++) {
            StoredRow row = rows.get(index);
            lines.add(
                    new Receipt.Line(
                            new EventId(row.eventId()),
                            entries.get(index),
                            row.type(),
                            row.revision(),
                            row.sequence(),
                            row.position(),
                            HexFormat.of().formatHex(row.leafHash())));
        }
        StoredRow last = rows.getLast();
        return new Receipt(
                last.stream(),
                new CommandId(last.commandId()),
                last.sequence() + 1,
                last.recordedAt(),
                last.position(),
                last.postedBy(),
                List.copyOf(lines));
    }
}
