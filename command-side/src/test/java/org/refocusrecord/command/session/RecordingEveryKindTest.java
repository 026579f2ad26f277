package org.refocusrecord.command.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.refocusrecord.command.example.CaseExample.record;
import static org.refocusrecord.command.example.Cast.PERSON;
import static org.refocusrecord.command.example.Cast.WORKER;
import static org.refocusrecord.command.example.Meeting.session;
import static org.refocusrecord.command.example.Sayings.said;

import org.junit.jupiter.api.Test;
import org.refocusrecord.events.Answers;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.casefile.CaseEvent;
import org.refocusrecord.events.session.Entry;
import org.refocusrecord.events.shape.EventShape;
import org.refocusrecord.events.shape.Mapping;
import org.refocusrecord.events.shape.Vocabulary;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

class RecordingEveryKindTest {

    @Test
    void makes_one_event_of_each_entry_and_names_everybody() {
        Entry[] entries = EveryKind.entries();

        List<CaseEvent> events = record().when(session(entries)).events();

        assertThat(events).hasSize(entries.length + 1);
        for (int index = 0; index < entries.length; index++) {
            assertThat(events.get(index + 1))
                    .isEqualTo(Mapping.of(CaseEvent.class, entries[index], "", new Named()));
        }
    }

    @Test
    void leaves_out_no_kind() {
        Set<Class<?>> told =
                Arrays.stream(EveryKind.entries())
                        .map(Object::getClass)
                        .collect(Collectors.toSet());
        Set<Class<?>> all =
                Vocabulary.CASE.events().stream()
                        .map(EventShape::type)
                        .filter(Entry.class::isAssignableFrom)
                        .collect(Collectors.toSet());

        assertThat(told).isEqualTo(all);
    }

    /** What short forms mean in a meeting of the person and the worker. */
    private static final class Named implements Mapping.Replacing {
        @Override
        public Person person(String pointer, Person sent) {
            return sent.party() == Party.SERVICE_USER ? PERSON : WORKER;
        }

        @Override
        public Words words(String pointer, Words words) {
            return said(((Words.Sent) words).text(), WORKER);
        }

        @Override
        public Answers answers(String pointer, Answers answers) {
            return answers;
        }
    }
}
