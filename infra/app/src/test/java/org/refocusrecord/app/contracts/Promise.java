package org.refocusrecord.app.contracts;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What the document says of one message: of its key, its headers and its value. */
final class Promise {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final String name;
    private final boolean json;
    private final MessageSchema message;
    private final Schema key;
    private final Schema headers;
    private final Schema value;

    private Promise(String name, MessageSchema message, boolean closed) {
        this.name = name;
        this.message = message;
        this.json = message.contentType().endsWith("json");
        this.key = schema(message.key());
        this.headers = schema(message.headers());
        this.value = schema(closed ? Closed.of(message.payload()) : message.payload());
    }

    /**
     * @param closed whether it may have nothing that the document does not name: what this release
     *     writes is all in the document of this release
     */
    static Promise of(JsonNode document, String name, boolean closed) {
        return new Promise(name, MessageSchema.of(document, name), closed);
    }

    private static Schema schema(JsonNode schema) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema);
    }

    String name() {
        return name;
    }

    int demandedHeaders() {
        return message.headers().path("required").size();
    }

    /** In what a record is not as it should be. */
    List<String> faultsOf(ConsumerRecord<byte[], byte[]> record) {
        List<String> faults = new ArrayList<>();
        faults.addAll(faults("key", key, text(record.key())));
        faults.addAll(faults("headers", headers, headersOf(record)));
        if (json) {
            try {
                byte[] bytes = record.value() == null ? new byte[0] : record.value();
                faults.addAll(faultsOf(JsonMapper.shared().readTree(bytes)));
            } catch (JacksonException notJson) {
                faults.add("value: no JSON");
            }
        }
        return faults;
    }

    List<String> faultsOf(JsonNode read) {
        return faults("value", value, read);
    }

    private static List<String> faults(String what, Schema schema, JsonNode read) {
        return schema
                .validate(
                        read,
                        context ->
                                context.executionConfig(
                                        config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(error ->
                        "%s %s: %s"
                                .formatted(what, error.getInstanceLocation(), error.getMessage()))
                .toList();
    }

    private static JsonNode text(byte @Nullable [] bytes) {
        return bytes == null
                ? JSON.nullNode()
                : JSON.stringNode(new String(bytes, StandardCharsets.UTF_8));
    }

    /** Each header once: of those of one name the last counts. */
    private ObjectNode headersOf(ConsumerRecord<byte[], byte[]> record) {
        ObjectNode found = JSON.objectNode();
        for (Header header : record.headers()) {
            JsonNode said = message.headers().path("properties").path(header.key());
            found.set(header.key(), decoded(header.value(), said.path("format").asString("")));
        }
        return found;
    }

    /** A number of the right length is one; everything else is text. */
    private static JsonNode decoded(byte @Nullable [] bytes, String format) {
        if (bytes != null && format.equals("int32") && bytes.length == Integer.BYTES) {
            return JSON.numberNode(ByteBuffer.wrap(bytes).getInt());
        }
        if (bytes != null && format.equals("int64") && bytes.length == Long.BYTES) {
            return JSON.numberNode(ByteBuffer.wrap(bytes).getLong());
        }
        return text(bytes);
    }
}
