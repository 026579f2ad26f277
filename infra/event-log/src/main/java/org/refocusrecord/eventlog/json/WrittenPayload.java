package org.refocusrecord.eventlog.json;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.keys.DataKey;

/**
 * A payload as it will be stored for ever, and the key of its words.
 *
 * @param dataKey what the words were sealed with; none where the event holds no text of its own
 */
@SuppressWarnings(
        "ArrayRecordComponent") // one owner, who writes them to the database; never compared
public record WrittenPayload(byte[] bytes, @Nullable DataKey dataKey) {

    /** The member that names the type of the event that stands within another. */
    static final String TYPE_WITHIN = "eventType";

    /**
     * The member that says which revision of that type it is, for whoever must bring it up to date.
     */
    static final String REVISION_WITHIN = "eventRevision";
}
