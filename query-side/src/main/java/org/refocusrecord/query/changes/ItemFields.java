package org.refocusrecord.query.changes;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Person;
import org.refocusrecord.query.careplan.PlanAcceptance;
import org.refocusrecord.query.careplan.PlanRating;
import org.refocusrecord.query.careplan.Trail;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/**
 * The fields of an item, as they are called in the plan. All members of the item's record are
 * fields, so that none is forgotten, but for items that stand in it and change by themselves, and
 * for what only tells again what another field said before.
 */
final class ItemFields {

    /**
     * Which field.
     *
     * @param of of whom, where everybody has one of his or her own
     */
    record Field(String name, @Nullable Person of) {}

    /** What was said first, or voiced, is told by the change that replaced it. */
    private static final Set<String> TOLD_BEFORE = Set.of("firstStatement", "voiced");

    private static final Set<String> ITEMS_OF_THEIR_OWN = Set.of("concerns", "steps", "reviews");

    private static final Set<String> OF_A_RATING = Set.of("answers", "scores");

    private static final ClassValue<List<Accessor>> ACCESSORS =
            new ClassValue<>() {
                @Override
                protected List<Accessor> computeValue(Class<?> type) {
                    return accessors(type);
                }
            };

    private record Accessor(String name, MethodHandle handle) {
        @Nullable Object of(Object item) {
            try {
                return handle.invokeExact(item);
            } catch (Throwable impossible) {
                throw new AssertionError("a record's accessor failed: " + name, impossible);
            }
        }
    }

    private ItemFields() {}

    private static List<Accessor> accessors(Class<?> type) {
        List<Accessor> accessors = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String name = component.getName();
            if (!TOLD_BEFORE.contains(name) && !ITEMS_OF_THEIR_OWN.contains(name)) {
                accessors.add(new Accessor(name, handle(component)));
            }
        }
        return List.copyOf(accessors);
    }

    private static MethodHandle handle(RecordComponent component) {
        try {
            MethodHandle handle = MethodHandles.publicLookup().unreflect(component.getAccessor());
            return handle.asType(MethodType.methodType(Object.class, Object.class));
        } catch (IllegalAccessException notPublic) {
            throw new IllegalStateException("not a public record: " + component, notPublic);
        }
    }

    /** The fields, each with its value; a person who leads is one field. */
    static SequencedMap<Field, @Nullable Object> of(ItemKey key, Object item) {
        SequencedMap<Field, @Nullable Object> fields = new LinkedHashMap<>();
        if (item instanceof Person) {
            fields.put(
                    new Field(
                            key.kind() == ItemKind.KEY_WORKER ? "keyWorker" : "careCoordinator",
                            null),
                    item);
            return fields;
        }
        for (Accessor accessor : ACCESSORS.get(item.getClass())) {
            Object value = accessor.of(item);
            switch (value) {
                case Trail trail -> trail(trail, fields);
                case Collection<?> answers when accessor.name().equals("acceptance") ->
                        acceptance(answers, fields);
                case null, default ->
                        fields.put(
                                new Field(accessor.name(), null),
                                guarded(item, accessor.name(), value));
            }
        }
        return fields;
    }

    private static void trail(Trail trail, Map<Field, @Nullable Object> fields) {
        fields.put(new Field("occurredAt", null), trail.evidence().occurredAt());
        fields.put(new Field("disagreements", null), trail.disagreements());
    }

    private static void acceptance(Collection<?> answers, Map<Field, @Nullable Object> fields) {
        for (Object answer : answers) {
            if (answer instanceof PlanAcceptance acceptance) {
                fields.put(new Field("acceptance", acceptance.party()), acceptance);
            }
        }
    }

    /** What not everybody sees is not shown to more people by having changed. */
    private static @Nullable Object guarded(Object item, String name, @Nullable Object value) {
        return item instanceof PlanRating rating && OF_A_RATING.contains(name) && value != null
                ? new OfRating(rating.trail().evidence().entryId(), value)
                : value;
    }
}
