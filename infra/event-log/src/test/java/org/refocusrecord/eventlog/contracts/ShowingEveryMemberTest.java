package org.refocusrecord.eventlog.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.shape.Form;
import org.refocusrecord.events.shape.Form.ListForm;
import org.refocusrecord.events.shape.Form.RecordForm;
import org.refocusrecord.events.shape.Member;
import org.refocusrecord.events.shape.RecordShape;
import org.refocusrecord.events.shape.Spoken;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A reader of the examples sees everything that an event may hold. */
class ShowingEveryMemberTest {

    static final List<Event> EXAMPLES = ExampleEvents.ALL;

    @ParameterizedTest
    @FieldSource("EXAMPLES")
    void every_member_is_shown(Event event) {
        shows(RecordShape.of(event.getClass()), List.of(event));
    }

    @Test
    void words_are_shown_with_a_language_and_without() {
        assertThat(
                        EXAMPLES.stream()
                                .flatMap(event -> Spoken.in(event).stream())
                                .map(Spoken.At::words)
                                .filter(Words.Said.class::isInstance)
                                .map(words -> ((Words.Said) words).lang() == null))
                .contains(true, false);
    }

    private static void shows(RecordShape shape, List<?> holders) {
        for (Member member : shape.members()) {
            List<?> values =
                    holders.stream()
                            .map(holder -> member.of((Object) holder))
                            .filter(Objects::nonNull)
                            .flatMap(value ->
                                    value instanceof List<?> list
                                            ? list.stream()
                                            : Stream.of(value))
                            .toList();
            assertThat(values).as("%s of %s", member.name(), shape).isNotEmpty();
            if (inner(member.form()) instanceof RecordForm(RecordShape inner)) {
                shows(inner, values);
            }
        }
    }

    private static Form inner(Form form) {
        return form instanceof ListForm(Form element, int _, int _) ? element : form;
    }
}
