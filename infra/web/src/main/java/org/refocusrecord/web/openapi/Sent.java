package org.refocusrecord.web.openapi;

import org.refocusrecord.events.Party;
import org.refocusrecord.events.Sharing;
import org.refocusrecord.events.Wording;
import org.refocusrecord.events.shape.Form.AnswersForm;
import org.refocusrecord.events.shape.Member;
import org.refocusrecord.events.shape.RecordShape;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * As the record sends it out: persons with their ids, defaults filled in, what is absent left out.
 * A later release may send members and codes that are not here, so objects are open and most lists
 * of codes grow.
 */
final class Sent implements Standpoint {

    private static final String PERSON = "SentPerson";
    private static final String WORDS = "SentWords";
    private static final String ANSWERS = "SentAnswers";

    /** A rating leaves without its answers unless it is shared with the worker. */
    private static final String SHARED = "sharedWithWorker";

    static void addTo(Map<String, Object> components) {
        Sent sent = new Sent();
        components.put(
                PERSON,
                sent.object(
                        Schema.of("party", sent.codes(Party.values()), "id", sent.personId()),
                        List.of("party", "id")));
        components.put(WORDS, sent.wordsObject());
        components.put(
                ANSWERS,
                Schema.of(
                        "description",
                        "Answers by item code; an item left out is missing.",
                        "type",
                        "object",
                        "additionalProperties",
                        Schema.of("type", List.of("integer", "string"))));
    }

    private Map<String, Object> wordsObject() {
        Map<String, Object> words =
                object(
                        Schema.of(
                                "text",
                                Schema.of("type", List.of("string", "null"), "maxLength", 10_000),
                                "withheld",
                                Schema.of(
                                        "type",
                                        "string",
                                        "enum",
                                        List.of("ERASED", "SHARING", "PURPOSE")),
                                "statedBy",
                                Schema.ref(PERSON),
                                "wording",
                                codes(Wording.values()),
                                "lang",
                                Schema.of("type", "string"),
                                "sharing",
                                codes(Sharing.values())),
                        List.of("text", "statedBy", "wording", "sharing"));
        words.put(
                "description",
                "What somebody said. Its text is null unless the topic's policy lets it out, and"
                        + " then withheld says why.");
        return words;
    }

    @Override
    public String component(Class<?> type) {
        return "Sent" + type.getSimpleName();
    }

    @Override
    public boolean has(Member member) {
        return true;
    }

    @Override
    public boolean mayLack(RecordShape shape, Member member) {
        boolean mayStayHere = member.form() instanceof AnswersForm && shape.member(SHARED) != null;
        return member.optional() || mayStayHere;
    }

    @Override
    public Map<String, Object> optional(Map<String, Object> schema) {
        return schema;
    }

    @Override
    public Map<String, Object> object(Map<String, Object> properties, List<String> required) {
        return Schema.of("type", "object", "properties", properties, "required", required);
    }

    @Override
    public Map<String, Object> codes(List<String> codes) {
        return Schema.growing(codes);
    }

    private Map<String, Object> codes(Enum<?>[] constants) {
        return codes(Arrays.stream(constants).map(Enum::name).toList());
    }

    @Override
    public Map<String, Object> person() {
        return Schema.ref(PERSON);
    }

    @Override
    public Map<String, Object> personId() {
        return Schema.of("type", "string", "minLength", 1, "maxLength", 100);
    }

    @Override
    public Map<String, Object> words() {
        return Schema.ref(WORDS);
    }

    @Override
    public Map<String, Object> answers() {
        return Schema.ref(ANSWERS);
    }

    @Override
    public Map<String, Object> replacement() {
        return Schema.of(
                "type",
                "object",
                "description",
                "The whole payload of an event of the type and revision that stand beside it, by"
                        + " the schema of that.");
    }
}
