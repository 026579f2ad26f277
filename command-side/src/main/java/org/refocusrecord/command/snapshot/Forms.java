package org.refocusrecord.command.snapshot;

import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * Finds the forms of a state and of all that it can hold, by looking at its records; and tells what
 * it found, so that another structure never passes for this one.
 */
final class Forms {

    private final Map<Kind, Form> known = new HashMap<>();
    private final StringBuilder told = new StringBuilder();
    private int tables;

    /** A type whose arguments are known. */
    private record Kind(Class<?> type, List<Kind> arguments) {}

    /** The form of a state. */
    Form of(Class<?> state) {
        return form(new Kind(state, List.of()));
    }

    /** How many kinds of values are written once and pointed to. */
    int tables() {
        return tables;
    }

    /** All types that were met, each with what it is made of. */
    String told() {
        return told.toString();
    }

    private Form form(Kind kind) {
        Form before = known.get(kind);
        return before == null ? newForm(kind) : before;
    }

    private Form newForm(Kind kind) {
        Class<?> type = kind.type();
        Form form = PlainForm.of(type);
        Form often = PlainForm.often(type);
        if (often != null) {
            form = shared(often);
        } else if (type.isEnum()) {
            tell(kind, Arrays.toString(type.getEnumConstants()));
            form = CodeForm.of(type);
        } else if (type.isRecord()) {
            return ofRecord(kind);
        } else if (type.isSealed()) {
            form = ofFamily(kind);
        } else if (form == null) {
            form = collection(kind);
        }
        known.put(kind, form);
        return form;
    }

    private Form shared(Form form) {
        return new SharedForm(tables++, form);
    }

    private Form ofRecord(Kind kind) {
        RecordForm form = new RecordForm(kind.type());
        Form shared = shared(form);
        known.put(kind, shared);
        Map<TypeVariable<?>, Kind> bound = new HashMap<>();
        TypeVariable<?>[] variables = kind.type().getTypeParameters();
        for (int index = 0; index < variables.length; index++) {
            bound.put(variables[index], kind.arguments().get(index));
        }
        List<Kind> members = new ArrayList<>();
        StringBuilder names = new StringBuilder();
        for (RecordComponent component : kind.type().getRecordComponents()) {
            Kind member = kind(component.getGenericType(), bound);
            members.add(member);
            names.append(component.getName()).append(' ').append(name(member)).append(", ");
        }
        tell(kind, names.toString());
        form.hold(members.stream().map(this::form).toList());
        return shared;
    }

    private Form ofFamily(Kind kind) {
        List<Class<?>> kinds = records(kind.type()).toList();
        tell(kind, kinds.toString());
        return new KindsForm(
                kinds, kinds.stream().map(each -> form(new Kind(each, List.of()))).toList());
    }

    private static Stream<Class<?>> records(Class<?> family) {
        return family.isRecord()
                ? Stream.of(family)
                : Arrays.stream(family.getPermittedSubclasses()).flatMap(Forms::records);
    }

    private Form collection(Kind kind) {
        Class<?> type = kind.type();
        List<Form> of = kind.arguments().stream().map(this::form).toList();
        if (type == Set.class && of.getFirst() instanceof CodeForm codes) {
            return CodeForm.Several.of(codes);
        }
        if (type == PMap.class || type == SortedMap.class) {
            return new MapForm(type == SortedMap.class, of.getFirst(), of.getLast());
        }
        Form several = of.isEmpty() ? null : SeveralForm.of(type, of.getFirst());
        if (several == null) {
            throw new IllegalArgumentException("no state holds a " + name(kind));
        }
        return several;
    }

    private static Kind kind(Type type, Map<TypeVariable<?>, Kind> bound) {
        @Nullable Kind kind =
                switch (type) {
                    case Class<?> plain -> new Kind(plain, List.of());
                    case ParameterizedType of ->
                            new Kind(
                                    (Class<?>) of.getRawType(),
                                    Arrays.stream(of.getActualTypeArguments())
                                            .map(argument -> kind(argument, bound))
                                            .toList());
                    case WildcardType any -> kind(any.getUpperBounds()[0], bound);
                    case TypeVariable<?> variable -> bound.get(variable);
                    default -> null;
                };
        if (kind == null) {
            throw new IllegalArgumentException("no state holds a " + type);
        }
        return kind;
    }

    private void tell(Kind kind, String made) {
        told.append(name(kind)).append(": ").append(made).append('\n');
    }

    private static String name(Kind kind) {
        return kind.type().getName()
                + (kind.arguments().isEmpty()
                        ? ""
                        : kind.arguments().stream().map(Forms::name).toList());
    }
}
