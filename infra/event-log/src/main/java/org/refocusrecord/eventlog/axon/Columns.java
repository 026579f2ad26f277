package org.refocusrecord.eventlog.axon;

import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.Forgetting;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.Person;

import java.time.Instant;

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

    // One entry for all: Axon copies the map of a message several times on its way.
    private static final String KEY = "columns";

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
        return MetaData.with(KEY, this);
    }

    /** Out of metadata. */
    public static Columns of(MetaData metaData) {
        if (metaData.get(KEY) instanceof Columns columns) {
            return columns;
        }
        throw new IllegalArgumentException("an event message without " + KEY);
    }

    /** Without the content, which has no business in a log line. */
    @Override
    public String toString() {
        return "Columns[" + commandId + ", " + postedBy + ", " + recordedBy + "]";
    }
}
