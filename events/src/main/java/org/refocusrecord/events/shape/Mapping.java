package org.refocusrecord.events.shape;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Answers;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.Id;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.shape.Form.PersonIdForm;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes a copy of a record in which every person and every text was replaced, as when short forms
 * are resolved.
 */
public final class Mapping {

    /** What becomes of persons and texts; the pointer is a JSON pointer into the payload. */
    public interface Replacing {
        /** What becomes of a person. */
        Person person(String pointer, Person person);

        /** What becomes of a list of persons. */
        default List<Person> persons(String pointer, List<Person> persons) {
            List<Person> mapped = new ArrayList<>();
            for (int index = 0; index < persons.size(); index++) {
                mapped.add(person(pointer + "/" + index, persons.get(index)));
            }
            return List.copyOf(mapped);
        }

        /** What becomes of a text. */
        Words words(String pointer, Words words);

        /** What becomes of answers. */
        Answers answers(String pointer, Answers answers);
    }

    private final Replacing replacing;

    private Mapping(Replacing replacing) {
        this.replacing = replacing;
    }

    /** The copy; {@code pointer} is where the record itself stands. */
    public static <R extends Event> R of(
            Class<R> family, R event, String pointer, Replacing replacing) {
        return family.cast(new Mapping(replacing).holder(pointer, event));
    }

    private Object holder(String pointer, Object holder) {
        RecordShape shape = RecordShape.of(holder.getClass());
        @Nullable Object[] values = new @Nullable Object[shape.members().size()];
        for (Member member : shape.members()) {
            Object value = member.of(holder);
            values[member.index()] =
                    switch (member.form()) {
                        case PersonIdForm _ -> personId(pointer, shape, holder, (String) value);
                        case Form form when !form.isMapped() -> value;
                        default -> mapped(pointer + "/" + member.name(), value);
                    };
        }
        return shape.make(values);
    }

    private String personId(String pointer, RecordShape shape, Object holder, @Nullable String id) {
        Party party = (Party) shape.members().getFirst().of(holder);
        if (party == null || id == null) {
            throw new IllegalStateException("a person without a party at " + pointer);
        }
        Person who = id.isBlank() ? Person.withoutId(party) : new Person(party, id);
        return replacing.person(pointer, who).id();
    }

    private @Nullable Object mapped(String pointer, @Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Person person -> replacing.person(pointer, person);
            case Words words -> replacing.words(pointer, words);
            case Answers answers -> replacing.answers(pointer, answers);
            case Id id -> id;
            case List<?> list -> list(pointer, list);
            case Record holder -> holder(pointer, holder);
            default -> value;
        };
    }

    private List<?> list(String pointer, List<?> list) {
        if (!list.isEmpty() && list.getFirst() instanceof Person) {
            return replacing.persons(pointer, list.stream().map(Person.class::cast).toList());
        }
        List<Object> mapped = new ArrayList<>();
        for (int index = 0; index < list.size(); index++) {
            Object value = mapped(pointer + "/" + index, list.get(index));
            if (value != null) {
                mapped.add(value);
            }
        }
        return List.copyOf(mapped);
    }
}
