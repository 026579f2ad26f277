package org.refocusrecord.web.openapi;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Id;
import org.refocusrecord.events.Person;

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

    AnswerSchemas(Map<String, Object> components) {
        this.components = components;
    }

    Map<String, Object> of(Type type) {
        if (type instanceof ParameterizedType generic) {
            Class<?> raw = (Class<?>) generic.getRawType();
            Type[] arguments = generic.getActualTypeArguments();
            if (Collection.class.isAssignableFrom(raw)) {
                return Schema.of("type", "array", "items", of(arguments[0]));
            }
            return Map.class.isAssignableFrom(raw)
                    ? Schema.of("type", "object", "additionalProperties", of(arguments[1]))
                    : Schema.of();
        }
        return type instanceof Class<?> plain ? plain(plain) : Schema.of();
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
        return type.isRecord() ? component(type) : Schema.of();
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
        for (RecordComponent component : type.getRecordComponents()) {
            Map<String, Object> schema = of(component.getGenericType());
            boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            properties.put(component.getName(), nullable ? Schema.orNull(schema) : schema);
            if (!nullable) {
                required.add(component.getName());
            }
        }
        return Schema.of("type", "object", "properties", properties, "required", required);
    }
}
