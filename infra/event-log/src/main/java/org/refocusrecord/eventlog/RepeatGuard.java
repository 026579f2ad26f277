package org.refocusrecord.eventlog;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.keys.ContentMac;
import org.refocusrecord.eventlog.keys.DataKey;
import org.refocusrecord.eventlog.keys.RecordKey;
import org.refocusrecord.eventlog.store.ContentGuard;
import org.refocusrecord.eventlog.store.StoredRow;
import org.refocusrecord.events.EventId;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Tells whether a command that is in the log had the content that is sent again, under exactly the
 * keys that it was recorded with. Once one of them is gone, nobody can tell.
 */
final class RepeatGuard {

    private final StreamKeys keys;

    RepeatGuard(StreamKeys keys) {
        this.keys = keys;
    }

    Repeat compare(List<StoredRow> rows, Receipt receipt, String content) {
        ContentGuard guard = rows.getFirst().guard();
        if (guard == null) {
            throw new IllegalStateException("nothing guards the content of " + receipt.commandId());
        }
        RecordKey recordKey = keys.recordKey(guard.recordKey());
        if (recordKey == null) {
            return new Repeat.CannotTell(receipt);
        }
        List<DataKey> dataKeys = new ArrayList<>();
        List<EventId> events = rows.stream().map(row -> new EventId(row.eventId())).toList();
        Map<EventId, @Nullable DataKey> found = keys.dataKeys(events);
        for (EventId event : events) {
            if (found.containsKey(event)) {
                DataKey key = found.get(event);
                if (key == null) {
                    return new Repeat.CannotTell(receipt);
                }
                dataKeys.add(key);
            }
        }
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return ContentMac.matches(guard.mac(), bytes, recordKey, dataKeys)
                ? new Repeat.Same(receipt)
                : new Repeat.Other(receipt);
    }
}
