package org.refocusrecord.command.snapshot;

import static java.lang.invoke.MethodType.methodType;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Of a record: its members, one after the other. */
final class RecordForm implements Form {

    private final MethodHandle maker;
    private final List<MethodHandle> members = new ArrayList<>();
    private List<Form> forms = List.of();
    private boolean plain;

    RecordForm(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            MethodHandles.Lookup lookup =
                    MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            maker =
                    lookup.findConstructor(type, methodType(void.class, types))
                            .asSpreader(Object[].class, types.length)
                            .asType(methodType(Object.class, Object[].class));
            for (RecordComponent component : components) {
                members.add(
                        lookup.unreflect(component.getAccessor())
                                .asType(methodType(Object.class, Object.class)));
            }
        } catch (ReflectiveOperationException closed) {
            throw new IllegalArgumentException("a record that is not open: " + type, closed);
        }
    }

    /** A record may hold others of its own kind; so its members' forms come afterwards. */
    void hold(List<Form> ofMembers) {
        forms = List.copyOf(ofMembers);
        plain = forms.stream().allMatch(Form::isPlain);
    }

    @Override
    public void write(@Nullable Object value, SnapshotBytes out) {
        for (int index = 0; index < forms.size(); index++) {
            forms.get(index).write(member(index, value), out);
        }
    }

    private @Nullable Object member(int index, @Nullable Object value) {
        try {
            return members.get(index).invokeExact(value);
        } catch (Throwable thrown) {
            throw unchecked(thrown);
        }
    }

    @Override
    public Object read(SnapshotReading in) {
        @Nullable Object[] values = new @Nullable Object[forms.size()];
        for (int index = 0; index < values.length; index++) {
            values[index] = forms.get(index).read(in);
        }
        try {
            return maker.invokeExact(values);
        } catch (Throwable thrown) {
            throw unchecked(thrown);
        }
    }

    private static RuntimeException unchecked(Throwable thrown) {
        return switch (thrown) {
            case RuntimeException refused -> refused;
            case Error error -> throw error;
            default -> new IllegalStateException(thrown);
        };
    }

    @Override
    public boolean isPlain() {
        return plain;
    }
}
