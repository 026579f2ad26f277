package org.refocusrecord.eventlog.keys;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Which record key: its id, the stream it was made for, and its generation, since a stream whose
 * key was destroyed gets a new one for what is said later. The wrapped key is bound to all three,
 * so that none can be put in another's row.
 */
public record RecordKeyName(UUID id, String stream, int generation) {

    byte[] associated() {
        return ("record-key/" + id + "#" + stream + "#" + generation)
                .getBytes(StandardCharsets.UTF_8);
    }
}
