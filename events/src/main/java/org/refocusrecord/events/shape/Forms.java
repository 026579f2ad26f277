package org.refocusrecord.events.shape;

import static java.lang.invoke.MethodType.methodType;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Answers;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.Id;
import org.refocusrecord.events.JsonText;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;
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

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds the form of a member from its type and its annotations. */
final class Forms {

    private static final int LONGEST_TEXT = 10_000;
    private static final int LONGEST_LIST = 100;

    private Forms() {}

    static Member member(RecordComponent component, int index) {
        Otherwise otherwise = component.getAnnotation(Otherwise.class);
        return new Member(
                component.getName(),
                form(component.getGenericType(), component),
                component.getAnnotatedType().isAnnotationPresent(Nullable.class),
                otherwise == null ? null : otherwise.value(),
                component.isAnnotationPresent(Derived.class),
                index,
                accessor(component));
    }

    private static MethodHandle accessor(RecordComponent component) {
        try {
            return MethodHandles.publicLookup()
                    .unreflect(component.getAccessor())
                    .asType(methodType(Object.class, Object.class));
        } catch (IllegalAccessException notPublic) {
            throw new IllegalArgumentException("not a public record: " + component, notPublic);
        }
    }

    private static Form form(Type type, AnnotatedElement notes) {
        if (type instanceof ParameterizedType list) {
            Type element = list.getActualTypeArguments()[0];
            Size size = notes.getAnnotation(Size.class);
            int least = element == Person.class ? 1 : 0;
            return size == null
                    ? new ListForm(form(element, notes), least, LONGEST_LIST)
                    : new ListForm(form(element, notes), size.min(), size.max());
        }
        Class<?> plain = (Class<?>) type;
        if (plain == String.class) {
            return text(notes);
        }
        if (plain == Integer.class) {
            Within within = notes.getAnnotation(Within.class);
            return within == null
                    ? new NumberForm(Integer.MIN_VALUE, Integer.MAX_VALUE)
                    : new NumberForm(within.min(), within.max());
        }
        boolean happened = notes.isAnnotationPresent(Happened.class);
        if (plain == Instant.class) {
            return new MomentForm(happened);
        }
        return plain == LocalDate.class ? new DayForm(happened) : form(plain);
    }

    private static Form text(AnnotatedElement notes) {
        if (notes.isAnnotationPresent(PersonId.class)) {
            return new PersonIdForm();
        }
        Code code = notes.getAnnotation(Code.class);
        Text text = notes.getAnnotation(Text.class);
        return new TextForm(
                text == null ? LONGEST_TEXT : text.max(),
                code == null ? null : Pattern.compile(code.value()));
    }

    private static Form form(Class<?> type) {
        if (type == Long.class) {
            return new CountForm();
        }
        if (type == Boolean.class) {
            return new TruthForm();
        }
        if (type == Person.class) {
            return new PersonForm();
        }
        if (type == Words.class) {
            return new WordsForm();
        }
        if (type == Answers.class) {
            return new AnswersForm();
        }
        if (type == JsonText.class) {
            return new FreeForm();
        }
        if (Event.class.isAssignableFrom(type) && type.isInterface()) {
            return new EventForm();
        }
        if (Id.class.isAssignableFrom(type)) {
            Class<? extends Id> id = type.asSubclass(Id.class);
            return new IdForm(id, IdMakers.of(id));
        }
        if (type.isEnum()) {
            return new CodeForm(type, codes(type));
        }
        if (type.isRecord()) {
            return new RecordForm(RecordShape.of(type));
        }
        throw new IllegalArgumentException("no form for " + type);
    }

    private static Map<String, Object> codes(Class<?> type) {
        Map<String, Object> codes = new LinkedHashMap<>();
        for (Object constant : List.of(type.getEnumConstants())) {
            codes.put(((Enum<?>) constant).name(), constant);
        }
        return Map.copyOf(codes);
    }
}
