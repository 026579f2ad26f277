package org.refocusrecord.events.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.casefile.CaseClosed;
import org.refocusrecord.events.session.Entry;

import java.util.List;

class NamingEventsTest {

    private static final List<Vocabulary> ALL =
            List.of(Vocabulary.CASE, Vocabulary.TEAM, Vocabulary.STUDY, Vocabulary.LOG);

    @Test
    void gives_every_event_a_stored_name_and_a_meaning() {
        for (EventShape shape : Specimens.shapes()) {
            EventType name = shape.type().getAnnotation(EventType.class);
            assertThat(name).as(shape.type().getName()).isNotNull();
            assertThat(shape.name().name()).matches("[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*");
            assertThat(shape.name().revision()).isPositive();
            assertThat(shape.name().meaning()).matches("[A-Z].*\\.");
        }
    }

    @Test
    void gives_no_name_twice_in_one_kind_of_stream() {
        for (Vocabulary vocabulary : ALL) {
            assertThat(vocabulary.events())
                    .extracting(shape -> shape.name().name())
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void says_by_what_door_each_comes() {
        for (EventShape shape : Specimens.shapes()) {
            boolean entry = Entry.class.isAssignableFrom(shape.type());
            assertThat(shape.name().door())
                    .as(shape.type().getName())
                    .matches(entry ? "[A-Z]+(_[A-Z]+)*" : "[a-z]+(-[a-z]+)*");
        }
    }

    @Test
    void tells_those_of_one_door_apart_by_one_member() {
        for (Vocabulary vocabulary : ALL) {
            for (EventShape shape : vocabulary.events()) {
                List<EventShape> siblings = vocabulary.behind(shape.name().door());
                assertThat(siblings).contains(shape);
                assertThat(siblings)
                        .extracting(sibling -> sibling.name().where())
                        .doesNotHaveDuplicates();
                if (siblings.size() > 1) {
                    assertThat(shape.name().where()).matches("[a-z]+=[A-Z_]+");
                }
            }
        }
    }

    @Test
    void finds_the_vocabulary_of_a_stream() {
        assertThat(Vocabulary.ofStream("case/1")).isSameAs(Vocabulary.CASE);
        assertThat(Vocabulary.ofStream("team/1")).isSameAs(Vocabulary.TEAM);
        assertThat(Vocabulary.ofStream("study/1")).isSameAs(Vocabulary.STUDY);
        assertThat(Vocabulary.ofStream("log/heads")).isSameAs(Vocabulary.LOG);
        assertThatThrownBy(() -> Vocabulary.ofStream("diary/1"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void finds_an_event_by_its_name_in_its_own_vocabulary() {
        assertThat(Vocabulary.CASE.named("case.closed"))
                .extracting(EventShape::type)
                .isEqualTo(CaseClosed.class);
        assertThat(Vocabulary.TEAM.named("case.closed")).isNull();
        assertThat(Vocabulary.CASE.behind("nothing")).isEmpty();
    }

    @Test
    void fixes_the_members_that_tell_what_it_is() {
        EventShape done = Vocabulary.CASE.named("goal.step-done");

        assertThat(done).isNotNull();
        assertThat(Vocabulary.CASE.behind("GOAL_STEP_STATUS"))
                .filteredOn(shape -> shape.name().name().equals("goal.step-done"))
                .flatExtracting(EventShape::constants)
                .containsExactly(
                        new EventShape.Constant("kind", "GOAL_STEP_STATUS"),
                        new EventShape.Constant("status", "DONE"));
    }
}
