package org.refocusrecord.eventlog.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.refocusrecord.events.session.Entry;
import org.refocusrecord.events.shape.EventShape;
import org.refocusrecord.events.shape.Vocabulary;

import java.util.stream.Stream;

class KnowingEntriesTest {

    static Stream<EventShape> events() {
        return Stream.of(Vocabulary.CASE, Vocabulary.TEAM, Vocabulary.STUDY, Vocabulary.LOG)
                .flatMap(vocabulary -> vocabulary.events().stream());
    }

    @ParameterizedTest
    @MethodSource("events")
    void an_entry_and_nothing_else_has_an_entry_id(EventShape event) {
        assertThat(event.members().member("entryId") != null)
                .isEqualTo(Entry.class.isAssignableFrom(event.type()));
    }
}
