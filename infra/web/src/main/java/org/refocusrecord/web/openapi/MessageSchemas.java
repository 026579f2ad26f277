package org.refocusrecord.web.openapi;

import org.refocusrecord.events.shape.EventShape;
import org.refocusrecord.events.shape.EventShape.Constant;
import org.refocusrecord.web.openapi.FormSchemas.Members;
import org.refocusrecord.web.problem.Problem;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Schemas of messages, by the same shapes as those of the doors. Only what the drafts of JSON
 * Schema from 7 on read alike is in them: AsyncAPI takes its schemas as of that draft.
 */
public final class MessageSchemas {

    /** Where references lead to. */
    public static final String COMPONENTS = "#/components/schemas/";

    /** Codes that are known today, where readers have to bear with more. */
    public static final String GROWING = Schema.GROWING;

    private static final Standpoint SENT = new Sent();
    private static final String PROBLEM = "Problem";

    private final Map<String, Object> components = new TreeMap<>();
    private final FormSchemas sent = new FormSchemas(components, SENT);

    /** With the schemas that many messages share. */
    public MessageSchemas() {
        CommonSchemas.addTo(components);
        Sent.addTo(components);
        components.put(
                PROBLEM, CommonSchemas.problem(Schema.growing(CommonSchemas.problemCodes())));
    }

    /** What the references name. */
    public Map<String, Object> components() {
        return components;
    }

    /** A session as its sender writes it. */
    public Map<String, Object> session() {
        Map<String, Object> session = new BodySchemas(components).command("session", Set.of());
        // A hint of OpenAPI's alone; the kinds of entries are told apart by themselves.
        components.computeIfPresent(
                "Entry",
                (_, entry) ->
                        Schema.of(
                                "oneOf", Objects.requireNonNull(((Map<?, ?>) entry).get("oneOf"))));
        return session;
    }

    /**
     * Something that the record answers with.
     *
     * @param type the record that it is written from
     * @param holding what stands in members whose own type does not say it; it may be null
     */
    public Map<String, Object> answer(Class<? extends Record> type, Map<String, Class<?>> holding) {
        AnswerSchemas answers = new AnswerSchemas(components);
        Map<String, Object> reference = answers.of(AnswerForm.of(type));
        Map<String, Object> schema = copy(component(reference));
        Map<String, Object> properties = copy(Objects.requireNonNull(schema.get("properties")));
        holding.forEach((member, held) ->
                properties.put(
                        member,
                        Schema.orNull(
                                held == Problem.class
                                        ? Schema.ref(PROBLEM)
                                        : answers.of(AnswerForm.of(held)))));
        schema.put("properties", properties);
        components.put(name(reference), schema);
        return reference;
    }

    private Object component(Map<String, Object> reference) {
        return Objects.requireNonNull(components.get(name(reference)));
    }

    private static String name(Map<String, Object> reference) {
        return Objects.requireNonNull(reference.get("$ref"))
                .toString()
                .substring(COMPONENTS.length());
    }

    private static Map<String, Object> copy(Object schema) {
        Map<String, Object> copy = new LinkedHashMap<>();
        ((Map<?, ?>) schema).forEach((name, value) -> copy.put((String) name, value));
        return copy;
    }

    /** The payload of an event as it is sent out. */
    public Map<String, Object> event(String name, EventShape shape) {
        Members members = sent.members(shape.members(), _ -> false);
        for (Constant constant : shape.constants()) {
            members.put(
                    constant.name(), Schema.of("type", "string", "const", constant.value()), true);
        }
        Map<String, Object> schema = members.schema();
        schema.put("description", shape.name().meaning());
        components.put(name, schema);
        return Schema.ref(name);
    }
}
