package org.refocusrecord.eventlog;

import org.refocusrecord.eventlog.json.EntryIds;
import org.refocusrecord.eventlog.store.StoredRow;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.EventId;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Makes receipts of rows: a receipt is read from the log itself, so that there is no second table
 * to keep in step. It is the same for ever, so it does not take code that knows the events.
 */
final class Receipts {

    private Receipts() {}

    /** The receipt of a command's rows. */
    static Receipt of(List<StoredRow> rows) {
        List<Receipt.Line> lines = new ArrayList<>();
        for (StoredRow row : rows) {
            lines.add(
                    new Receipt.Line(
                            new EventId(row.eventId()),
                            EntryIds.in(row.payload()),
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
