package org.refocusrecord.app.contracts;

import org.refocusrecord.web.openapi.MessageSchemas;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether a schema keeps what an earlier one promised. Of what we write, whatever is allowed now
 * must have been allowed before, so that nobody who reads it meets what he was not told of. Of what
 * we read, whatever was allowed before must be allowed now, so that nobody who sends it is refused.
 * Either way the narrower of two schemas has to fit into the wider one, and a member that was
 * described stays described.
 *
 * <p>It errs on the safe side: two patterns are the same or they differ, and of {@code oneOf} it
 * sees that a choice fits, not that it is the only one.
 */
final class Comparison {

    /** On which side of a topic we are. */
    enum Side {
        WRITTEN,
        READ
    }

    /**
     * A promise that is not kept.
     *
     * @param pointer into the message, a star for every element or every other member
     */
    record Breach(String pointer, String why) {

        private boolean isOfType(String place) {
            return pointer.equals(place) && why.startsWith("type ");
        }
    }

    private static final Set<String> AT_LEAST = Set.of("minLength", "minItems", "minimum");
    private static final Set<String> AT_MOST = Set.of("maxLength", "maxItems", "maximum");
    private static final String OTHERS = "additionalProperties";

    /** Compared by a rule of their own, or said to people alone. */
    private static final Set<String> NOT_BY_THEMSELVES =
            Set.of(
                    "type",
                    "const",
                    "enum",
                    "properties",
                    "required",
                    OTHERS,
                    "items",
                    "$defs",
                    "title",
                    "description",
                    MessageSchemas.GROWING);

    private static final JsonNode ANYTHING = JsonMapper.shared().createObjectNode();

    private final Side side;
    private final JsonNode rootBefore;
    private final JsonNode rootNow;

    private Comparison(Side side, JsonNode rootBefore, JsonNode rootNow) {
        this.side = side;
        this.rootBefore = rootBefore;
        this.rootNow = rootNow;
    }

    /** All that a schema of today does not keep of one before it. */
    static List<Breach> breaches(Side side, JsonNode before, JsonNode now) {
        return new Comparison(side, before, now).compare("", before, now);
    }

    private List<Breach> compare(String pointer, JsonNode before, JsonNode now) {
        List<ObjectNode> allBefore = Choices.of(before, rootBefore);
        List<ObjectNode> allNow = Choices.of(now, rootNow);
        Stream<Breach> breaches =
                side == Side.WRITTEN
                        ? allNow.stream().flatMap(one -> nearest(pointer, allBefore, List.of(one)))
                        : allBefore.stream().flatMap(one -> nearest(pointer, List.of(one), allNow));
        return breaches.distinct().toList();
    }

    /** Of one choice and those into which it may fit: what is against the nearest pair. */
    private Stream<Breach> nearest(String pointer, List<ObjectNode> before, List<ObjectNode> now) {
        Comparator<List<Breach>> byType =
                Comparator.comparing(
                        found -> found.stream().anyMatch(breach -> breach.isOfType(pointer)));
        return before.stream()
                .flatMap(one -> now.stream().map(other -> single(pointer, one, other)))
                .min(byType.thenComparingInt(List::size))
                .orElseGet(List::of)
                .stream();
    }

    private List<Breach> single(String pointer, ObjectNode before, ObjectNode now) {
        JsonNode narrow = side == Side.WRITTEN ? now : before;
        JsonNode wide = side == Side.WRITTEN ? before : now;
        List<Breach> breaches = new ArrayList<>();
        if (!typeFits(narrow.path("type").asString(""), wide.path("type").asString(""))) {
            breaches.add(differs(pointer, "type", before, now));
        }
        if (isListed(wide) && !(isListed(narrow) && values(wide).containsAll(values(narrow)))) {
            breaches.add(differs(pointer, wide.has("const") ? "const" : "enum", before, now));
        }
        for (Map.Entry<String, JsonNode> keyword : wide.properties()) {
            if (!NOT_BY_THEMSELVES.contains(keyword.getKey())
                    && !fits(keyword.getKey(), narrow, keyword.getValue())) {
                breaches.add(differs(pointer, keyword.getKey(), before, now));
            }
        }
        breaches.addAll(members(pointer, before, now));
        breaches.addAll(others(pointer, before, now, narrow.path(OTHERS), wide.path(OTHERS)));
        if (before.has("items") || now.has("items")) {
            breaches.addAll(compare(pointer + "/*", or(before, "items"), or(now, "items")));
        }
        return breaches;
    }

    private static boolean typeFits(String narrow, String wide) {
        return wide.isEmpty()
                || narrow.equals(wide)
                || (narrow.equals("integer") && wide.equals("number"));
    }

    private static boolean isListed(JsonNode schema) {
        return schema.has("enum") || schema.has("const");
    }

    private static Set<JsonNode> values(JsonNode schema) {
        Set<JsonNode> values = new LinkedHashSet<>();
        schema.path("enum").forEach(values::add);
        if (schema.has("const")) {
            values.add(schema.path("const"));
        }
        return values;
    }

    private static boolean fits(String keyword, JsonNode narrow, JsonNode wide) {
        if (AT_LEAST.contains(keyword)) {
            double least = keyword.equals("minimum") ? Double.NEGATIVE_INFINITY : 0;
            return narrow.path(keyword).asDouble(least) >= wide.doubleValue();
        }
        if (AT_MOST.contains(keyword)) {
            return narrow.path(keyword).asDouble(Double.POSITIVE_INFINITY) <= wide.doubleValue();
        }
        return narrow.path(keyword).equals(wide);
    }

    private List<Breach> members(String pointer, ObjectNode before, ObjectNode now) {
        List<Breach> breaches = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : before.path("properties").properties()) {
            JsonNode today = now.path("properties").path(member.getKey());
            String place = pointer + "/" + member.getKey();
            if (today.isMissingNode()) {
                breaches.add(new Breach(place, "is not described any more"));
            } else {
                breaches.addAll(compare(place, member.getValue(), today));
            }
        }
        for (Map.Entry<String, JsonNode> member : now.path("properties").properties()) {
            if (!before.path("properties").has(member.getKey())) {
                breaches.addAll(added(pointer + "/" + member.getKey(), before, member.getValue()));
            }
        }
        Set<String> required = names(before);
        Set<String> requiredNow = names(now);
        for (String name : side == Side.WRITTEN ? required : requiredNow) {
            if (!(side == Side.WRITTEN ? requiredNow : required).contains(name)) {
                breaches.add(
                        new Breach(
                                pointer + "/" + name,
                                side == Side.WRITTEN ? "may be missing now" : "is required now"));
            }
        }
        return breaches;
    }

    private static Set<String> names(JsonNode schema) {
        Set<String> names = new LinkedHashSet<>();
        schema.path("required").forEach(name -> names.add(name.asString()));
        return names;
    }

    /** A member that was among the others, if there might be others. */
    private List<Breach> added(String place, ObjectNode before, JsonNode member) {
        boolean closed = before.path(OTHERS).isBoolean() && !before.path(OTHERS).booleanValue();
        if (!closed) {
            return compare(place, or(before, OTHERS), member);
        }
        return side == Side.WRITTEN
                ? List.of(new Breach(place, "is new where no others were allowed"))
                : List.of();
    }

    private List<Breach> others(
            String pointer, ObjectNode before, ObjectNode now, JsonNode narrow, JsonNode wide) {
        if (narrow.isObject() && wide.isObject()) {
            return compare(pointer + "/*", before.path(OTHERS), now.path(OTHERS));
        }
        boolean narrowIsClosed = narrow.isBoolean() && !narrow.booleanValue();
        boolean wideIsOpen = wide.isMissingNode() || (wide.isBoolean() && wide.booleanValue());
        return narrowIsClosed || wideIsOpen
                ? List.of()
                : List.of(differs(pointer, OTHERS, before, now));
    }

    private static JsonNode or(JsonNode schema, String keyword) {
        return schema.path(keyword).isObject() ? schema.path(keyword) : ANYTHING;
    }

    private static Breach differs(String pointer, String keyword, JsonNode before, JsonNode now) {
        return new Breach(
                pointer,
                "%s was %s, is %s".formatted(keyword, said(before, keyword), said(now, keyword)));
    }

    private static String said(JsonNode schema, String keyword) {
        return schema.has(keyword) ? schema.path(keyword).toString() : "not said";
    }
}
