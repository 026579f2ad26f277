package org.refocusrecord.web.openapi;

import org.refocusrecord.events.session.SessionHeld;
import org.refocusrecord.events.shape.Form;
import org.refocusrecord.events.shape.Form.AnswersForm;
import org.refocusrecord.events.shape.Form.CodeForm;
import org.refocusrecord.events.shape.Form.CountForm;
import org.refocusrecord.events.shape.Form.DayForm;
import org.refocusrecord.events.shape.Form.EventForm;
import org.refocusrecord.events.shape.Form.FreeForm;
import org.refocusrecord.events.shape.Form.IdForm;
import org.refocusrecord.events.shape.Form.ListForm;
import org.refocusrecord.events.shape.Form.MomentForm;
import org.refocusrecord.events.shape.Form.NumberForm;
import org.refocusrecord.events.shape.Form.PersonForm;
import org.refocusrecord.events.shape.Form.PersonIdForm;
import org.refocusrecord.events.shape.Form.RecordForm;
import org.refocusrecord.events.shape.Form.TextForm;
import org.refocusrecord.events.shape.Form.TruthForm;
import org.refocusrecord.events.shape.Form.WordsForm;
import org.refocusrecord.events.shape.Member;
import org.refocusrecord.events.shape.RecordShape;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Schemas of single values, from the forms by which they are read. */
final class FormSchemas {

    private final Map<String, Object> components;

    FormSchemas(Map<String, Object> components) {
        this.components = components;
    }

    /** The members of an object, and which of them have to be there. */
    record Members(Map<String, Object> properties, Set<String> required) {
        Members() {
            this(new LinkedHashMap<>(), new LinkedHashSet<>());
        }

        void put(String name, Map<String, Object> schema, boolean isRequired) {
            properties.put(name, isRequired ? schema : Schema.orNull(schema));
            if (isRequired) {
                required.add(name);
            }
        }

        Map<String, Object> schema() {
            return Schema.object(properties, List.copyOf(required));
        }
    }

    Members members(RecordShape shape, Predicate<String> hidden) {
        Members members = new Members();
        for (Member member : shape.members()) {
            if (!member.derived() && !hidden.test(member.name())) {
                members.put(member.name(), of(member.form()), !mayBeLeftOut(shape, member));
            }
        }
        return members;
    }

    private static boolean mayBeLeftOut(RecordShape shape, Member member) {
        boolean defaultsToCaller =
                member.name().equals("recordedBy") && shape.type() != SessionHeld.class;
        return member.optional()
                || member.otherwise() != null
                || member.form() instanceof PersonIdForm
                || defaultsToCaller;
    }

    Map<String, Object> of(Form form) {
        return switch (form) {
            case IdForm _ -> Schema.of("type", "string", "format", "uuid");
            case CodeForm(Class<?> type, var _) -> codes(type);
            case TextForm text -> text(text);
            case PersonIdForm _ -> Schema.of("type", "string", "maxLength", 100);
            case NumberForm(int min, int max) ->
                    Schema.of("type", "integer", "minimum", min, "maximum", max);
            case CountForm _ -> Schema.of("type", "integer", "minimum", 0);
            case TruthForm _ -> Schema.of("type", "boolean");
            case MomentForm _ -> Schema.of("type", "string", "format", "date-time");
            case DayForm _ -> Schema.of("type", "string", "format", "date");
            case PersonForm _ -> Schema.ref("Person");
            case WordsForm _ -> Schema.ref("Words");
            case AnswersForm _ -> Schema.ref("Answers");
            case FreeForm _ -> Schema.of("description", "JSON of the caller's own shape.");
            case EventForm _ ->
                    Schema.of(
                            "type",
                            "object",
                            "description",
                            "The whole new body of what is corrected.");
            case ListForm(Form element, int min, int max) ->
                    Schema.of(
                            "type",
                            "array",
                            "items",
                            of(element),
                            "minItems",
                            min,
                            "maxItems",
                            max);
            case RecordForm(RecordShape shape) -> component(shape);
        };
    }

    private static Map<String, Object> codes(Class<?> type) {
        return Schema.of(
                "type",
                "string",
                "enum",
                Stream.of(type.getEnumConstants()).map(Object::toString).toList());
    }

    private static Map<String, Object> text(TextForm text) {
        return text.pattern() == null
                ? Schema.of("type", "string", "minLength", 1, "maxLength", text.max())
                : Schema.of("type", "string", "pattern", "^(" + text.pattern() + ")$");
    }

    private Map<String, Object> component(RecordShape shape) {
        String name = shape.type().getSimpleName();
        if (!components.containsKey(name)) {
            components.put(name, Schema.of());
            components.put(name, members(shape, member -> false).schema());
        }
        return Schema.ref(name);
    }
}
