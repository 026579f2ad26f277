package org.refocusrecord.web.openapi;

import org.refocusrecord.events.session.Entry;
import org.refocusrecord.events.session.OwnEntriesWritten;
import org.refocusrecord.events.session.SessionHeld;
import org.refocusrecord.events.shape.EventShape;
import org.refocusrecord.events.shape.EventShape.Constant;
import org.refocusrecord.events.shape.Form.RecordForm;
import org.refocusrecord.events.shape.RecordShape;
import org.refocusrecord.events.shape.Vocabulary;
import org.refocusrecord.web.openapi.FormSchemas.Members;

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

    private static final Standpoint POSTED = new Posted();

    private final Map<String, Object> components;
    private final FormSchemas forms;

    BodySchemas(Map<String, Object> components) {
        this.components = components;
        this.forms = new FormSchemas(components, POSTED);
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
        return forms.of(new RecordForm(shape));
    }

    private Map<String, Object> withEntries(
            String component, Class<? extends Record> header, Set<String> ofPath) {
        entry();
        Members members = forms.members(RecordShape.of(header), ofPath::contains);
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
        Members all = new Members(POSTED);
        Set<String> required = null;
        for (EventShape shape : siblings) {
            Members one = forms.members(shape.members(), hidden);
            one.properties().forEach(all.properties()::putIfAbsent);
            if (required == null) {
                required = new LinkedHashSet<>(one.required());
            } else {
                required.retainAll(one.required());
            }
        }
        if (required != null) {
            all.required().addAll(required);
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
}
