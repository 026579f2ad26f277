package org.refocusrecord.eventlog;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.keys.ContentMac;
import org.refocusrecord.eventlog.keys.DataKey;
import org.refocusrecord.eventlog.keys.RecordKey;
import org.refocusrecord.eventlog.store.StoredRow;
import org.refocusrecord.events.EventId;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Tells whether a command that is in the log had the content that is sent again. Once a key is
 * gone, nobody can tell.
 */
final class RepeatGuard {

    private final StreamKeys keys;

    RepeatGuard(StreamKeys keys) {
        this.keys = keys;
    }

    Repeat compare(List<StoredRow> rows, Receipt receipt, String content) {
        byte[] mac = rows.getFirst().contentMac();
        if (mac == null) {
            throw new IllegalStateException("no content mac on " + receipt.commandId());
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
        boolean gone = false;
        for (RecordKey recordKey : keys.all(receipt.stream())) {
            if (recordKey == null) {
                gone = true;
            } else if (ContentMac.matches(mac, bytes, recordKey, dataKeys)) {
                return new Repeat.Same(receipt);
            }
        }
        return gone && dataKeys.isEmpty()
                ? new Repeat.CannotTell(receipt)
                : new Repeat.Other(receipt);
    }
}
