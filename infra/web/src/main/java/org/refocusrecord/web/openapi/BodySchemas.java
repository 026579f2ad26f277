package org.refocusrecord.web.openapi;

import org.refocusrecord.events.session.Entry;
import org.refocusrecord.events.session.OwnEntriesWritten;
import org.refocusrecord.events.session.SessionHeld;
import org.refocusrecord.events.shape.EventShape;
import org.refocusrecord.events.shape.EventShape.Constant;
import org.refocusrecord.events.shape.Form;
import org.refocusrecord.events.shape.Form.AnswersForm;
import org.refocusrecord.events.shape.Form.CodeForm;
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
import org.refocusrecord.events.shape.Vocabulary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Schemas of what is posted, from the shapes by which it is read. */
final class BodySchemas {

    private static final int MOST_ENTRIES = 200;

    private static final class Members {
        private final Map<String, Object> properties = new LinkedHashMap<>();
        private final Set<String> required = new LinkedHashSet<>();

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

    private final Map<String, Object> components;

    BodySchemas(Map<String, Object> components) {
        this.components = components;
    }

    Map<String, Object> command(String name, Set<String> ofPath) {
        String component = Schema.name(name);
        return switch (name) {
            case "session" -> withEntries(component, SessionHeld.class, ofPath);
            case "own-entries" -> withEntries(component, OwnEntriesWritten.class, ofPath);
            default -> {
                List<EventShape> siblings =
                        Stream.of(Vocabulary.CASE, Vocabulary.TEAM, Vocabulary.STUDY)
                                .flatMap(vocabulary -> vocabulary.behind(name).stream())
                                .toList();
                components.put(component, event(siblings, ofPath::contains));
                yield Schema.ref(component);
            }
        };
    }

    Map<String, Object> record(RecordShape shape) {
        return form(new RecordForm(shape));
    }

    private Map<String, Object> withEntries(
            String component, Class<? extends Record> header, Set<String> ofPath) {
        entry();
        Members members = members(RecordShape.of(header), ofPath::contains);
        members.put(
                "entries",
                Schema.of(
                        "type",
                        "array",
                        "items",
                        Schema.ref("Entry"),
                        "minItems",
                        1,
                        "maxItems",
                        MOST_ENTRIES),
                true);
        components.put(component, members.schema());
        return Schema.ref(component);
    }

    private void entry() {
        if (components.containsKey("Entry")) {
            return;
        }
        Map<String, List<EventShape>> kinds =
                Vocabulary.CASE.events().stream()
                        .filter(shape -> Entry.class.isAssignableFrom(shape.type()))
                        .collect(
                                Collectors.groupingBy(
                                        shape -> shape.name().door(),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        List<Object> oneOf = new ArrayList<>();
        Map<String, Object> mapping = new LinkedHashMap<>();
        kinds.forEach((kind, siblings) -> {
            String name = Schema.name(kind) + "Entry";
            components.put(name, event(siblings, member -> false));
            oneOf.add(Schema.ref(name));
            mapping.put(kind, "#/components/schemas/" + name);
        });
        components.put(
                "Entry",
                Schema.of(
                        "oneOf",
                        oneOf,
                        "discriminator",
                        Schema.of("propertyName", "kind", "mapping", mapping)));
    }

    /** One schema for all that come by one door: what only some of them demand is optional. */
    private Map<String, Object> event(List<EventShape> siblings, Predicate<String> hidden) {
        Members all = new Members();
        Set<String> required = null;
        for (EventShape shape : siblings) {
            Members one = members(shape.members(), hidden);
            one.properties.forEach(all.properties::putIfAbsent);
            if (required == null) {
                required = new LinkedHashSet<>(one.required);
            } else {
                required.retainAll(one.required);
            }
        }
        if (required != null) {
            all.required.addAll(required);
        }
        for (Constant constant : siblings.getFirst().constants()) {
            all.put(constant.name(), constant(siblings, constant.name()), true);
        }
        Map<String, Object> schema = all.schema();
        schema.put(
                "description",
                siblings.stream()
                        .map(shape -> shape.name().name() + ": " + shape.name().meaning())
                        .collect(Collectors.joining("\n")));
        return schema;
    }

    private static Map<String, Object> constant(List<EventShape> siblings, String name) {
        List<String> values =
                siblings.stream()
                        .flatMap(shape -> shape.constants().stream())
                        .filter(constant -> constant.name().equals(name))
                        .map(Constant::value)
                        .distinct()
                        .toList();
        return Schema.of("type", "string", "enum", values);
    }

    private Members members(RecordShape shape, Predicate<String> hidden) {
        Members members = new Members();
        for (Member member : shape.members()) {
            if (!member.derived() && !hidden.test(member.name())) {
                members.put(member.name(), form(member.form()), !mayBeLeftOut(shape, member));
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

    private Map<String, Object> form(Form form) {
        return switch (form) {
            case IdForm _ -> Schema.of("type", "string", "format", "uuid");
            case CodeForm(Class<?> type, var _) -> codes(type);
            case TextForm text -> text(text);
            case PersonIdForm _ -> Schema.of("type", "string", "maxLength", 100);
            case NumberForm(int min, int max) ->
                    Schema.of("type", "integer", "minimum", min, "maximum", max);
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
                            form(element),
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
