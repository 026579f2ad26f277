package org.refocusrecord.eventlog.axon;

import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.Forgetting;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.Person;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * What the log keeps beside an event's payload, as it travels in the metadata of an Axon message.
 *
 * @param occurredAt its place on the line; null: it stands at its record time
 * @param commandId the session or command that it comes with
 * @param postedBy the account
 * @param recordedBy the person
 * @param content on a command's first event: the canonical content of the command; else null
 * @param forgetting on a command's first event: the words that are forgotten with it
 */
public record Columns(
        @Nullable Instant occurredAt,
        CommandId commandId,
        String postedBy,
        Person recordedBy,
        @Nullable String content,
        Forgetting forgetting) {

    private static final String OCCURRED_AT = "occurredAt";
    private static final String COMMAND_ID = "commandId";
    private static final String POSTED_BY = "postedBy";
    private static final String RECORDED_BY = "recordedBy";
    private static final String CONTENT = "content";
    private static final String FORGETTING = "forgetting";

    /** Of an event that takes no words with it. */
    public Columns(
            @Nullable Instant occurredAt,
            CommandId commandId,
            String postedBy,
            Person recordedBy,
            @Nullable String content) {
        this(occurredAt, commandId, postedBy, recordedBy, content, new Forgetting.Nothing());
    }

    /** As metadata. */
    public MetaData toMetaData() {
        Map<String, Object> values = new HashMap<>();
        values.put(COMMAND_ID, commandId);
        values.put(POSTED_BY, postedBy);
        values.put(RECORDED_BY, recordedBy);
        if (occurredAt != null) {
            values.put(OCCURRED_AT, occurredAt);
        }
        if (content != null) {
            values.put(CONTENT, content);
        }
        if (!(forgetting instanceof Forgetting.Nothing)) {
            values.put(FORGETTING, forgetting);
        }
        return MetaData.from(values);
    }

    /** Out of metadata. */
    public static Columns of(MetaData metaData) {
        return new Columns(
                (Instant) metaData.get(OCCURRED_AT),
                (CommandId) required(metaData, COMMAND_ID),
                (String) required(metaData, POSTED_BY),
                (Person) required(metaData, RECORDED_BY),
                (String) metaData.get(CONTENT),
                (Forgetting) metaData.getOrDefault(FORGETTING, new Forgetting.Nothing()));
    }

    private static Object required(MetaData metaData, String key) {
        Object value = metaData.get(key);
        if (value == null) {
            throw new IllegalArgumentException("an event message without " + key);
        }
        return value;
    }

    /** Without the content, which has no business in a log line. */
    @Override
    public String toString() {
        return "Columns[" + commandId + ", " + postedBy + ", " + recordedBy + "]";
    }
}
