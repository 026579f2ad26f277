package org.refocusrecord.events.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.GoalId;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.goal.Acceptance;
import org.refocusrecord.events.goal.AcceptanceAnswer;
import org.refocusrecord.events.goal.GoalSet;
import org.refocusrecord.events.goal.Whose;
import org.refocusrecord.events.session.Participant;
import org.refocusrecord.events.session.SessionHeld;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

class ReplacingPeopleAndWordsTest {

    private static final UUID ONE = new UUID(0, 1);
    private static final Person STAFF = new Person(Party.STAFF, ONE.toString());

    @Test
    void makes_an_equal_event_where_nothing_is_replaced() {
        for (EventShape shape : Specimens.shapes()) {
            Event event = Specimens.of(shape);

            assertThat(Mapping.of(Event.class, event, "", new Counting())).isEqualTo(event);
        }
    }

    @Test
    void tells_where_everything_stands() {
        GoalSet goal =
                new GoalSet(
                        new EntryId(ONE),
                        new GoalId(ONE),
                        Specimens.words(1),
                        Whose.PERSON,
                        STAFF,
                        List.of(STAFF, STAFF),
                        List.of(
                                new Acceptance(
                                        STAFF, AcceptanceAnswer.AGREE, null, Specimens.words(2))),
                        null,
                        null,
                        null,
                        null,
                        null);
        Counting counting = new Counting();

        Mapping.of(Event.class, goal, "/entries/3", counting);

        assertThat(counting.pointers())
                .containsExactly(
                        "/entries/3/statement",
                        "/entries/3/proposedBy",
                        "/entries/3/setBy/0",
                        "/entries/3/setBy/1",
                        "/entries/3/acceptance/0/party",
                        "/entries/3/acceptance/0/reason");
    }

    @Test
    void sees_a_participant_as_a_person_with_or_without_an_id() {
        SessionHeld held =
                new SessionHeld(
                        new CommandId(ONE),
                        new CaseId(ONE),
                        Instant.EPOCH,
                        null,
                        null,
                        List.of(
                                new Participant(Party.STAFF, ONE.toString(), null),
                                new Participant(Party.CARER, "", null)),
                        STAFF,
                        null,
                        null,
                        null,
                        null);
        Counting counting = new Counting();

        Mapping.of(Event.class, held, "", counting);

        assertThat(counting.pointers())
                .containsExactly("/participants/0", "/participants/1", "/recordedBy");
        assertThat(counting.persons()).containsExactly(STAFF, Person.withoutId(Party.CARER), STAFF);
    }
}
