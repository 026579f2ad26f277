package org.refocusrecord.suites;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.EventIds;
import org.refocusrecord.eventlog.axon.Columns;
import org.refocusrecord.eventlog.json.CanonicalJson;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.JsonText;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.StudyId;
import org.refocusrecord.events.study.DefinitionPublished;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * The log takes events of its own vocabulary and nothing else; Axon's suites send texts. So each of
 * their messages travels as the definition of a study, the one event whose content is anybody's
 * JSON. What is tested beneath is what the product runs on.
 */
final class PlainMessages {

    private static final String PREFIX = "study/";
    private static final Person SUITE = new Person(Party.OTHER, "suite");
    private static final JsonMapper JSON = JsonMapper.shared();

    private PlainMessages() {}

    /** The stream of a plain aggregate. */
    static String stream(String aggregate) {
        return PREFIX + aggregate;
    }

    /** The stream of a message; one that belongs to none gets one of its own. */
    static String stream(EventMessage<?> message) {
        return stream(
                message instanceof DomainEventMessage<?> domain
                        ? domain.getAggregateIdentifier()
                        : message.getIdentifier());
    }

    static long sequence(EventMessage<?> message) {
        return message instanceof DomainEventMessage<?> domain ? domain.getSequenceNumber() : 0;
    }

    /**
     * As the log takes it.
     *
     * @param sequence its place in the stream, as the log counts
     * @param command the command that it comes with
     * @param isFirst whether it is that command's first event
     */
    static DomainEventMessage<?> wrapped(
            EventMessage<?> message,
            long sequence,
            Serializer serializer,
            CommandId command,
            boolean isFirst) {
        SerializedObject<String> payload = message.serializePayload(serializer, String.class);
        ObjectNode carried = JSON.createObjectNode();
        carried.put("id", message.getIdentifier());
        carried.put("payload", payload.getData());
        carried.put("payloadType", payload.getType().getName());
        carried.put("revision", payload.getType().getRevision());
        carried.put("metaData", message.serializeMetaData(serializer, String.class).getData());
        carried.put(
                "type", message instanceof DomainEventMessage<?> domain ? domain.getType() : null);
        String stream = stream(message);
        String text = new String(CanonicalJson.of((JsonNode) carried), StandardCharsets.UTF_8);
        DefinitionPublished event =
                new DefinitionPublished(
                        command,
                        new StudyId(named(stream)),
                        "A message of Axon's suites",
                        "1",
                        new JsonText(text),
                        SUITE);
        Columns columns = new Columns(null, command, "suite", SUITE, isFirst ? text : null);
        return new GenericDomainEventMessage<>(
                "study",
                stream,
                sequence,
                event,
                columns.toMetaData(),
                eventId(message.getIdentifier()),
                message.getTimestamp());
    }

    /** The suites' ids are texts; most of them are UUIDs. */
    private static String eventId(String identifier) {
        try {
            return UUID.fromString(identifier).toString();
        } catch (IllegalArgumentException anyText) {
            return named(identifier).toString();
        }
    }

    private static UUID named(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A command of its own for whatever is appended together. */
    static CommandId newCommand() {
        return new CommandId(EventIds.next().value());
    }

    /** What a message of the log carries. */
    static Carried carried(DomainEventMessage<?> message) {
        DefinitionPublished event = (DefinitionPublished) message.getPayload();
        JsonNode json = JSON.readTree(event.definition().canonical());
        return new Carried(
                json.path("id").asString(),
                json.path("payload").asString(),
                json.path("payloadType").asString(),
                json.path("revision").isNull() ? null : json.path("revision").asString(),
                json.path("metaData").asString(),
                json.path("type").isNull() ? null : json.path("type").asString(),
                message.getAggregateIdentifier().substring(PREFIX.length()),
                message.getSequenceNumber(),
                message.getTimestamp());
    }

    /**
     * A plain message, read back.
     *
     * @param type null: it belongs to no aggregate
     */
    record Carried(
            String id,
            String payload,
            String payloadType,
            @Nullable String revision,
            String metaData,
            @Nullable String type,
            String aggregate,
            long sequence,
            Instant recordedAt) {}
}
