package org.refocusrecord.events.shape;

import org.refocusrecord.events.Event;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.session.Entry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The shape of an event's payload: the members of its record, and the members with fixed values
 * that tell what it is ({@code kind} of an entry, and those of {@link EventType#where()}).
 *
 * @param type the class of the event
 * @param name its stored name, revision and door
 * @param members the record's own members
 * @param constants the members with fixed values
 * @param canonical all of them in the order of canonical JSON
 */
public record EventShape(
        Class<? extends Event> type,
        Name name,
        RecordShape members,
        List<Constant> constants,
        List<Part> canonical) {

    private static final ClassValue<EventShape> SHAPES =
            new ClassValue<>() {
                @Override
                protected EventShape computeValue(Class<?> type) {
                    return make(type.asSubclass(Event.class));
                }
            };

    /**
     * What its {@link EventType} says: an annotation's own answers go through a proxy, and an
     * event's name is asked for several times on its way.
     */
    public record Name(String name, int revision, String door, String where, String meaning) {
        static Name of(EventType type) {
            return new Name(
                    type.name(), type.revision(), type.door(), type.where(), type.meaning());
        }
    }

    /** A member of a payload. */
    public sealed interface Part {
        /** Its name in JSON. */
        String name();
    }

    /** A member with a fixed value. */
    public record Constant(String name, String value) implements Part {}

    /** A member of the record. */
    public record Own(Member member) implements Part {
        @Override
        public String name() {
            return member.name();
        }
    }

    /** The shape of a class of events. */
    public static EventShape of(Class<? extends Event> type) {
        return SHAPES.get(type);
    }

    /** The shape of an event. */
    public static EventShape of(Event event) {
        return SHAPES.get(event.getClass());
    }

    private static EventShape make(Class<? extends Event> type) {
        EventType said = type.getAnnotation(EventType.class);
        if (said == null) {
            throw new IllegalArgumentException("an event without a stored name: " + type);
        }
        Name name = Name.of(said);
        RecordShape members = RecordShape.of(type);
        List<Constant> constants = new ArrayList<>();
        if (Entry.class.isAssignableFrom(type)) {
            constants.add(new Constant("kind", name.door()));
        }
        int equals = name.where().indexOf('=');
        if (equals > 0) {
            constants.add(
                    new Constant(
                            name.where().substring(0, equals), name.where().substring(equals + 1)));
        }
        List<Part> parts = new ArrayList<>(constants);
        members.members().forEach(member -> parts.add(new Own(member)));
        parts.sort(Comparator.comparing(Part::name));
        return new EventShape(type, name, members, List.copyOf(constants), List.copyOf(parts));
    }
}
