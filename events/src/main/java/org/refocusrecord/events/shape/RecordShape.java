package org.refocusrecord.events.shape;

import static java.lang.invoke.MethodType.methodType;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The shape of a record: its members, and how to make and read one. Looked up by reflection once a
 * class; making and reading go through method handles.
 */
public final class RecordShape {

    private static final ClassValue<RecordShape> SHAPES =
            new ClassValue<>() {
                @Override
                protected RecordShape computeValue(Class<?> type) {
                    return new RecordShape(type);
                }
            };

    private final Class<?> type;
    private final List<Member> members;
    private final List<Member> canonical;
    private final Map<String, Member> byName;
    private final MethodHandle maker;

    private RecordShape(Class<?> type) {
        this.type = type;
        RecordComponent[] components = type.getRecordComponents();
        this.members =
                IntStream.range(0, components.length)
                        .mapToObj(index -> Forms.member(components[index], index))
                        .toList();
        this.canonical = members.stream().sorted(Comparator.comparing(Member::name)).toList();
        this.byName = members.stream().collect(Collectors.toMap(Member::name, Function.identity()));
        this.maker = makerOf(type, components);
    }

    /** The shape of a record class. */
    public static RecordShape of(Class<?> type) {
        return SHAPES.get(type);
    }

    private static MethodHandle makerOf(Class<?> type, RecordComponent[] components) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return MethodHandles.publicLookup()
                    .findConstructor(type, methodType(void.class, types))
                    .asSpreader(Object[].class, types.length)
                    .asType(methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException notPublic) {
            throw new IllegalArgumentException("not a public record: " + type, notPublic);
        }
    }

    /** The record class. */
    public Class<?> type() {
        return type;
    }

    /** The members in the order in which they were declared. */
    public List<Member> members() {
        return members;
    }

    /** The members in the order of canonical JSON: by name. */
    public List<Member> canonical() {
        return canonical;
    }

    /** The member of that name. */
    public @Nullable Member member(String name) {
        return byName.get(name);
    }

    /** Makes a record of the values of its members, in the order of {@link #members()}. */
    public Object make(@Nullable Object[] values) {
        try {
            return maker.invokeExact(values);
        } catch (RuntimeException | Error thrown) {
            throw thrown;
        } catch (Throwable impossible) {
            throw new AssertionError("a record's constructor failed: " + type, impossible);
        }
    }

    @Override
    public String toString() {
        return type.getSimpleName() + members.stream().map(Member::name).toList();
    }
}
