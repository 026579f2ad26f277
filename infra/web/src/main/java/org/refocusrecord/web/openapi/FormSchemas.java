package org.refocusrecord.web.openapi;

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
    private final Standpoint standpoint;

    FormSchemas(Map<String, Object> components, Standpoint standpoint) {
        this.components = components;
        this.standpoint = standpoint;
    }

    /** The members of an object, and which of them have to be there. */
    record Members(Standpoint standpoint, Map<String, Object> properties, Set<String> required) {
        Members(Standpoint standpoint) {
            this(standpoint, new LinkedHashMap<>(), new LinkedHashSet<>());
        }

        void put(String name, Map<String, Object> schema, boolean isRequired) {
            properties.put(name, isRequired ? schema : standpoint.optional(schema));
            if (isRequired) {
                required.add(name);
            }
        }

        Map<String, Object> schema() {
            return standpoint.object(properties, List.copyOf(required));
        }
    }

    Members members(RecordShape shape, Predicate<String> hidden) {
        Members members = new Members(standpoint);
        for (Member member : shape.members()) {
            if (standpoint.has(member) && !hidden.test(member.name())) {
                members.put(member.name(), of(member.form()), !standpoint.mayLack(shape, member));
            }
        }
        return members;
    }

    Map<String, Object> of(Form form) {
        return switch (form) {
            case IdForm _ -> Schema.of("type", "string", "format", "uuid");
            case CodeForm(Class<?> type, var _) -> codes(type);
            case TextForm text -> text(text);
            case PersonIdForm _ -> standpoint.personId();
            case NumberForm number -> number(number);
            case CountForm _ -> Schema.of("type", "integer", "minimum", 0);
            case TruthForm _ -> Schema.of("type", "boolean");
            case MomentForm _ -> Schema.of("type", "string", "format", "date-time");
            case DayForm _ -> Schema.of("type", "string", "format", "date");
            case PersonForm _ -> standpoint.person();
            case WordsForm _ -> standpoint.words();
            case AnswersForm _ -> standpoint.answers();
            case FreeForm _ -> Schema.of("description", "JSON of the caller's own shape.");
            case EventForm _ -> standpoint.replacement();
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

    private Map<String, Object> codes(Class<?> type) {
        return standpoint.codes(Stream.of(type.getEnumConstants()).map(Object::toString).toList());
    }

    private static Map<String, Object> number(NumberForm number) {
        return number.min() == Integer.MIN_VALUE
                ? Schema.of("type", "integer")
                : Schema.of("type", "integer", "minimum", number.min(), "maximum", number.max());
    }

    private static Map<String, Object> text(TextForm text) {
        return text.pattern() == null
                ? Schema.of("type", "string", "minLength", 1, "maxLength", text.max())
                : Schema.of("type", "string", "pattern", "^(" + text.pattern() + ")$");
    }

    private Map<String, Object> component(RecordShape shape) {
        String name = standpoint.component(shape.type());
        if (!components.containsKey(name)) {
            components.put(name, Schema.of());
            components.put(name, members(shape, member -> false).schema());
        }
        return Schema.ref(name);
    }
}
