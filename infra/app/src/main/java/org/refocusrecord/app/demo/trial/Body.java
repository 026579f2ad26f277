package org.refocusrecord.app.demo.trial;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A JSON object in the making; its members keep the order in which they came. */
public final class Body {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ObjectNode members = NODES.objectNode();

    private Body() {}

    /** An object without members. */
    public static Body empty() {
        return new Body();
    }

    /** An object with a first member. */
    public static Body of(String name, Object value) {
        return new Body().with(name, value);
    }

    /** With a member more, or again; null and an empty list leave it out. */
    public Body with(String name, @Nullable Object value) {
        if (value == null || (value instanceof List<?> list && list.isEmpty())) {
            members.remove(name);
        } else {
            members.set(name, node(value));
        }
        return this;
    }

    /** An object with the same members, which changes by itself. */
    public Body copy() {
        Body copy = new Body();
        copy.members.setAll(members.deepCopy());
        return copy;
    }

    /** The id that this member holds. */
    public UUID id(String name) {
        return UUID.fromString(text(name));
    }

    /** The text that this member holds. */
    public String text(String name) {
        return members.path(name).stringValue();
    }

    /** Whether it has such a member. */
    public boolean has(String name) {
        return members.has(name);
    }

    /** As JSON. */
    public String json() {
        return members.toString();
    }

    private static JsonNode node(Object value) {
        return switch (value) {
            case String text -> NODES.stringNode(text);
            case Integer number -> NODES.numberNode(number);
            case Boolean truth -> NODES.booleanNode(truth);
            case Enum<?> code -> NODES.stringNode(code.name());
            case UUID id -> NODES.stringNode(id.toString());
            case LocalDate day -> NODES.stringNode(day.toString());
            case Instant moment -> NODES.stringNode(moment.toString());
            case Person person -> person(person);
            case Words words -> words(words);
            case Body body -> body.members.deepCopy();
            case List<?> list -> list(list);
            default -> throw new IllegalArgumentException("no JSON for " + value.getClass());
        };
    }

    private static ArrayNode list(List<?> elements) {
        ArrayNode list = NODES.arrayNode();
        elements.forEach(element -> list.add(node(element)));
        return list;
    }

    private static JsonNode person(Person person) {
        return person.isShort()
                ? NODES.stringNode(person.party().name())
                : of("party", person.party()).with("id", person.id()).members;
    }

    private static JsonNode words(Words words) {
        return switch (words) {
            case Words.Sent(var text, var by, var wording, var lang, var sharing) -> {
                Body body = of("text", text);
                body.with("statedBy", by).with("wording", wording);
                body.with("lang", lang).with("sharing", sharing);
                yield body.members.size() == 1 ? NODES.stringNode(text) : body.members;
            }
            case Words.AsBefore() -> of("asBefore", true).members;
            case Words.Said _, Words.From _, Words.Kept _ ->
                    throw new IllegalArgumentException("that is no form in which words are sent");
        };
    }
}
