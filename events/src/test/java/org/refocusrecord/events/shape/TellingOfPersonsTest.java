package org.refocusrecord.events.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.refocusrecord.events.Answers;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;

import java.util.ArrayList;
import java.util.List;

/** Whoever is named is told of, wherever that is. */
class TellingOfPersonsTest {

    @Test
    void the_same_are_told_of_as_whoever_replaces_them_meets() {
        int told = 0;
        for (EventShape shape : Specimens.shapes()) {
            Event event = Specimens.of(shape);
            Meeting meeting = new Meeting(new ArrayList<>());
            Event _ = Mapping.of(Event.class, event, "", meeting);

            List<Person> persons = new ArrayList<>();
            Persons.in((Record) event, persons::add);

            assertThat(persons).as("%s", shape).isEqualTo(meeting.met);
            told += persons.size();
        }
        assertThat(told).isGreaterThan(100);
    }

    private record Meeting(List<Person> met) implements Mapping.Replacing {
        @Override
        public Person person(String pointer, Person person) {
            met.add(person);
            return person;
        }

        @Override
        public Words words(String pointer, Words words) {
            return words;
        }

        @Override
        public Answers answers(String pointer, Answers answers) {
            return answers;
        }
    }
}
