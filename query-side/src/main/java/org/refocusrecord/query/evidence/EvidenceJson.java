package org.refocusrecord.query.evidence;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** An object of evidence, read strictly: just these members, each of its type. */
final class EvidenceJson {

    private static final JsonMapper STRICT =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build();

    private final JsonNode node;
    private final String where;

    EvidenceJson(JsonNode node, String where) {
        this.node = node;
        this.where = where;
    }

    static JsonNode parse(byte[] json, String where) {
        try {
            return STRICT.readTree(json);
        } catch (JacksonException | ArithmeticException | NumberFormatException notJson) {
            // An exponent that no number needs is thrown by Java, not by Jackson.
            throw new UnreadableEvidence(where + " is no JSON");
        }
    }

    /** Refuses any other member, and one that is missing. */
    void only(Collection<String> names, String... more) {
        Set<String> known = new HashSet<>(names);
        known.addAll(List.of(more));
        if (!node.isObject() || !known.equals(new HashSet<>(node.propertyNames()))) {
            throw new UnreadableEvidence(where + " has not the members that it must have");
        }
    }

    JsonNode node(String name) {
        return node.path(name);
    }

    String text(String name) {
        JsonNode found = node.path(name);
        if (!found.isString()) {
            throw new UnreadableEvidence(where + " has no text " + name);
        }
        return found.stringValue();
    }

    long number(String name) {
        JsonNode found = node.path(name);
        if (!found.isIntegralNumber()
                || !found.canConvertToLong()
                || found.longValue() < 0
                || found.longValue() > 1L << 53) {
            throw new UnreadableEvidence(where + " has no number " + name);
        }
        return found.longValue();
    }

    byte[] hash(String name) {
        return hash(node.path(name));
    }

    List<byte[]> hashes(String name) {
        JsonNode found = node.path(name);
        if (!found.isArray() || found.size() > 512) {
            throw new UnreadableEvidence(where + " has no list " + name);
        }
        List<byte[]> hashes = new ArrayList<>();
        found.forEach(each -> hashes.add(hash(each)));
        return hashes;
    }

    private byte[] hash(JsonNode found) {
        if (!found.isString() || !found.stringValue().matches("[0-9a-f]{64}")) {
            throw new UnreadableEvidence(where + " has no hash where one must be");
        }
        return HexFormat.of().parseHex(found.stringValue());
    }
}
