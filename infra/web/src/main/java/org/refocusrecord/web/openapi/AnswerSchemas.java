package org.refocusrecord.web.openapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Answers;
import org.refocusrecord.events.Id;
import org.refocusrecord.events.JsonText;
import org.refocusrecord.events.Person;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Schemas of what is answered, from the records that answers are written from. */
final class AnswerSchemas {

    private static final Set<Class<?>> WHOLE =
            Set.of(int.class, long.class, Integer.class, Long.class);
    private static final Set<Class<?>> FRACTION =
            Set.of(double.class, Double.class, BigDecimal.class);

    private final Map<String, Object> components;
    private Set<Class<?>> flat = Set.of();
    private Set<String> sometimes = Set.of();

    AnswerSchemas(Map<String, Object> components) {
        this.components = components;
    }

    Map<String, Object> of(AnswerForm form) {
        flat = form.flat();
        sometimes = form.sometimes();
        Map<String, Object> one = of((Type) form.type());
        return form.many() ? Schema.of("type", "array", "items", one) : one;
    }

    private Map<String, Object> of(AnnotatedType type) {
        Map<String, Object> schema =
                type instanceof AnnotatedParameterizedType generic
                        ? generic(generic)
                        : of(type.getType());
        return isNullable(type) ? Schema.orNull(schema) : schema;
    }

    private Map<String, Object> generic(AnnotatedParameterizedType type) {
        Class<?> raw = (Class<?>) ((ParameterizedType) type.getType()).getRawType();
        AnnotatedType[] arguments = type.getAnnotatedActualTypeArguments();
        if (Collection.class.isAssignableFrom(raw)) {
            return Schema.of("type", "array", "items", of(arguments[0]));
        }
        return Map.class.isAssignableFrom(raw)
                ? Schema.of("type", "object", "additionalProperties", of(arguments[1]))
                : Schema.of();
    }

    private Map<String, Object> of(Type type) {
        return type instanceof Class<?> plain ? plain(plain) : Schema.of();
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private Map<String, Object> plain(Class<?> type) {
        if (type == Person.class) {
            return Schema.ref("NamedPerson");
        }
        if (type == String.class) {
            return Schema.of("type", "string");
        }
        if (WHOLE.contains(type)) {
            return Schema.of("type", "integer");
        }
        if (FRACTION.contains(type)) {
            return Schema.of("type", "number");
        }
        if (type == boolean.class || type == Boolean.class) {
            return Schema.of("type", "boolean");
        }
        if (type == Instant.class) {
            return Schema.of("type", "string", "format", "date-time");
        }
        if (type == LocalDate.class) {
            return Schema.of("type", "string", "format", "date");
        }
        if (type == UUID.class || Id.class.isAssignableFrom(type)) {
            return Schema.of("type", "string", "format", "uuid");
        }
        if (type.isEnum()) {
            return Schema.of(
                    "type",
                    "string",
                    "enum",
                    Stream.of(type.getEnumConstants()).map(Object::toString).toList());
        }
        if (type == JsonText.class) {
            return Schema.of();
        }
        if (Answers.class.isAssignableFrom(type)) {
            return Schema.of("type", "object");
        }
        return type.isRecord() ? record(type) : Schema.of();
    }

    /** A record that is written as one of its values has the schema of that value. */
    private Map<String, Object> record(Class<?> type) {
        return Stream.of(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(JsonValue.class))
                .findFirst()
                .map(method -> of(method.getAnnotatedReturnType()))
                .orElseGet(() -> component(type));
    }

    private Map<String, Object> component(Class<?> type) {
        String name = name(type);
        if (!components.containsKey(name)) {
            Map<String, Object> schema = new LinkedHashMap<>();
            components.put(name, schema);
            schema.putAll(object(type));
        }
        return Schema.ref(name);
    }

    /** Answers have names of their own: what is posted may be called the same. */
    private static String name(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return (outer == null ? "" : outer.getSimpleName()) + type.getSimpleName() + "Answer";
    }

    private Map<String, Object> object(Class<?> type) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        members(type, properties, required);
        return Schema.of("type", "object", "properties", properties, "required", required);
    }

    private void members(Class<?> type, Map<String, Object> properties, List<String> required) {
        for (RecordComponent component : type.getRecordComponents()) {
            if (flat.contains(component.getType())) {
                members(component.getType(), properties, required);
                continue;
            }
            AnnotatedType declared = component.getAnnotatedType();
            String name = written(component);
            properties.put(name, of(declared));
            if (!isNullable(declared) && !sometimes.contains(name)) {
                required.add(name);
            }
        }
    }

    private static String written(RecordComponent component) {
        JsonProperty renamed = component.getAccessor().getAnnotation(JsonProperty.class);
        return renamed == null ? component.getName() : renamed.value();
    }
}
