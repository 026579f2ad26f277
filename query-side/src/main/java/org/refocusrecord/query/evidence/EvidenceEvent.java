package org.refocusrecord.query.evidence;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.eventlog.json.CanonicalWriter;
import org.refocusrecord.eventlog.json.NotCanonical;
import org.refocusrecord.eventlog.json.PayloadReader;
import org.refocusrecord.eventlog.json.TimeText;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.Person;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * An event as evidence has it: the members of its leaf, and the payload byte for byte.
 *
 * @param payload null where it may not be shown
 */
record EvidenceEvent(
        String commandId,
        String eventId,
        String occurredAt,
        String payloadSha256,
        String postedBy,
        String recordedAt,
        String recordedBy,
        long revision,
        long sequence,
        String stream,
        String type,
        @Nullable String payload) {

    private static final PayloadReader READER = new PayloadReader();

    private static final List<String> OF_LEAF =
            List.of(
                    "commandId",
                    "eventId",
                    "occurredAt",
                    "payloadSha256",
                    "postedBy",
                    "recordedAt",
                    "recordedBy",
                    "revision",
                    "sequence",
                    "stream",
                    "type");

    /** Reads one; its place is said where it cannot be read. */
    static EvidenceEvent of(JsonNode node, String where) {
        EvidenceJson json = new EvidenceJson(node, where);
        boolean shown = !json.node("payload").isNull();
        if (shown) {
            json.only(OF_LEAF, "payload");
        } else {
            json.only(OF_LEAF, "payload", "withheld");
        }
        EvidenceEvent read =
                new EvidenceEvent(
                        json.text("commandId"),
                        json.text("eventId"),
                        json.text("occurredAt"),
                        json.text("payloadSha256"),
                        json.text("postedBy"),
                        json.text("recordedAt"),
                        json.text("recordedBy"),
                        json.number("revision"),
                        json.number("sequence"),
                        json.text("stream"),
                        json.text("type"),
                        shown ? json.text("payload") : null);
        try {
            read.line();
            return read;
        } catch (NotCanonical half) {
            throw new UnreadableEvidence(where + " holds a text that no UTF-8 can hold");
        }
    }

    /** The leaf that these members make, canonical. */
    byte[] leaf() {
        return new CanonicalWriter()
                .startObject()
                .name("commandId")
                .text(commandId)
                .name("eventId")
                .text(eventId)
                .name("occurredAt")
                .text(occurredAt)
                .name("payloadSha256")
                .text(payloadSha256)
                .name("postedBy")
                .text(postedBy)
                .name("recordedAt")
                .text(recordedAt)
                .name("recordedBy")
                .text(recordedBy)
                .name("revision")
                .number(revision)
                .name("sequence")
                .number(sequence)
                .name("stream")
                .text(stream)
                .name("type")
                .text(type)
                .endObject()
                .toBytes();
    }

    /** A line of evidence, of a leaf and a payload; null: it may not be shown. */
    static byte[] line(String leaf, @Nullable String payload) {
        String rest =
                payload == null
                        ? "null,\"withheld\":\"PURPOSE\"}"
                        : new String(
                                        new CanonicalWriter().text(payload).toBytes(),
                                        StandardCharsets.UTF_8)
                                + "}";
        return (leaf.substring(0, leaf.length() - 1) + ",\"payload\":" + rest)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The one line that says this. */
    byte[] line() {
        return line(new String(leaf(), StandardCharsets.UTF_8), payload);
    }

    /** What it says; throws where this program cannot read it. */
    Event event() {
        if (payload == null) {
            throw new IllegalStateException("a payload that may not be shown");
        }
        return READER.read(
                stream,
                type,
                Math.toIntExact(revision),
                EventId.of(eventId),
                payload.getBytes(StandardCharsets.UTF_8));
    }

    /** The event as the log had it. */
    RecordedEvent recorded(long position) {
        return new RecordedEvent(
                EventId.of(eventId),
                stream,
                sequence,
                position,
                TimeText.moment(occurredAt),
                TimeText.moment(recordedAt),
                postedBy,
                Person.of(recordedBy),
                CommandId.of(commandId),
                event());
    }
}
