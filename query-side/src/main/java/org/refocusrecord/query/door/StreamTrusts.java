package org.refocusrecord.query.door;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.EventLog;
import org.refocusrecord.eventlog.store.StoredRow;

import tools.jackson.databind.json.JsonMapper;

import java.util.List;

/**
 * To which trust a stream belongs. Asked of the stored bytes of its first event, because streams
 * are parked whose events cannot be read otherwise.
 */
final class StreamTrusts {

    private final EventLog log;

    StreamTrusts(EventLog log) {
        this.log = log;
    }

    /**
     * Whether a stream is for somebody of a trust; who names none has all, and studies have none.
     */
    boolean isFor(@Nullable String trust, String stream) {
        return trust == null || stream.startsWith("study/") || trust.equals(trustOf(stream));
    }

    private @Nullable String trustOf(String stream) {
        List<StoredRow> first = log.store().events(stream, -1, 1);
        return first.isEmpty()
                ? null
                : JsonMapper.shared()
                        .readTree(first.getFirst().payload())
                        .path("trust")
                        .asString(null);
    }
}
