package org.refocusrecord.eventlog.json;

import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The canonical bytes of a tree. A number stands as ECMAScript writes it and is refused where that
 * is another number than the one sent. For the same reason decimals must have been read as {@code
 * BigDecimal} (Jackson's {@code USE_BIG_DECIMAL_FOR_FLOATS}): in a tree of doubles two numbers may
 * already have become one.
 */
public final class CanonicalJson {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build();

    private static final ObjectReader WITHIN =
            JSON.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final CanonicalWriter out = new CanonicalWriter();
    private final boolean membersMayBeNull;

    private CanonicalJson(boolean membersMayBeNull) {
        this.membersMayBeNull = membersMayBeNull;
    }

    /** RFC 8785 of a JSON text. */
    public static byte[] of(String json) {
        return of(JSON.readTree(json));
    }

    /** The tree of a JSON text, strictly read. */
    static JsonNode tree(byte[] json) {
        return JSON.readTree(json);
    }

    /** RFC 8785 of the value that the parser stands on. */
    static byte[] of(JsonParser in) {
        return of(WITHIN.readTree(in));
    }

    /** RFC 8785 of the whole tree, nulls and all. */
    public static byte[] of(JsonNode tree) {
        CanonicalJson json = new CanonicalJson(true);
        json.write(tree);
        return json.out.toBytes();
    }

    /**
     * What makes two posts the same: the command's name and its body as sent. Absent and null are
     * the same, so every member that is null is left out, however deep; a null in a list keeps its
     * place.
     */
    public static byte[] contentOf(String commandName, JsonNode body) {
        CanonicalJson json = new CanonicalJson(false);
        json.out.startObject().name("body");
        json.write(body);
        json.out.name("command").text(commandName).endObject();
        return json.out.toBytes();
    }

    private void write(JsonNode node) {
        switch (node.getNodeType()) {
            case OBJECT -> object(node);
            case ARRAY -> list(node);
            case STRING -> out.text(node.stringValue());
            case NUMBER -> number(node);
            case BOOLEAN -> out.bool(node.booleanValue());
            case NULL -> out.nothing();
            case BINARY, MISSING, POJO ->
                    throw new IllegalArgumentException("Not a tree that was read from JSON");
        }
    }

    private void object(JsonNode object) {
        out.startObject();
        List<Map.Entry<String, JsonNode>> members = new ArrayList<>(object.properties());
        members.sort(Map.Entry.comparingByKey());
        for (Map.Entry<String, JsonNode> member : members) {
            if (membersMayBeNull || !member.getValue().isNull()) {
                member(member);
            }
        }
        out.endObject();
    }

    private void member(Map.Entry<String, JsonNode> member) {
        try {
            out.name(member.getKey());
            write(member.getValue());
        } catch (NotCanonical e) {
            throw e.below(member.getKey());
        }
    }

    private void list(JsonNode list) {
        out.startList();
        for (int i = 0; i < list.size(); i++) {
            try {
                write(list.get(i));
            } catch (NotCanonical e) {
                throw e.below(Integer.toString(i));
            }
        }
        out.endList();
    }

    private void number(JsonNode number) {
        if (number.isFloat() || number.isDouble()) {
            throw new IllegalArgumentException("Decimals must be read as BigDecimal");
        }
        String text = CanonicalNumber.of(number.decimalValue());
        out.token(text.getBytes(StandardCharsets.US_ASCII));
    }
}
