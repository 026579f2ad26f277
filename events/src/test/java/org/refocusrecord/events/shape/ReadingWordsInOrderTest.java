package org.refocusrecord.events.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.ValueId;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.coaching.CoachingContractAgreed;
import org.refocusrecord.events.correction.EntryAmended;
import org.refocusrecord.events.session.Participant;
import org.refocusrecord.events.session.SessionHeld;
import org.refocusrecord.events.workingpractice.Approach;
import org.refocusrecord.events.workingpractice.Value;
import org.refocusrecord.events.workingpractice.ValueTold;
import org.refocusrecord.events.workingpractice.ValuesTalkedAbout;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

class ReadingWordsInOrderTest {

    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);
    private static final Person STAFF = new Person(Party.STAFF, ONE.toString());
    private static final Words FIRST = Specimens.words(1);
    private static final Words SECOND = Specimens.words(2);

    private static List<String> paths(Event event) {
        return Spoken.in(event).stream().map(Spoken.At::path).toList();
    }

    @Test
    void finds_every_text_of_every_event() {
        for (EventShape shape : Specimens.shapes()) {
            Event event = Specimens.of(shape);
            Counting counting = new Counting();
            Mapping.of(Event.class, event, "", counting);

            assertThat(Spoken.in(event))
                    .as(shape.name().name())
                    .extracting(Spoken.At::words)
                    .containsExactlyInAnyOrderElementsOf(counting.words());
        }
    }

    @Test
    void goes_by_the_names_of_members() {
        CoachingContractAgreed contract =
                (CoachingContractAgreed) Specimens.of(EventShape.of(CoachingContractAgreed.class));

        assertThat(paths(contract))
                .containsExactly(
                        "/confidentialityLimits",
                        "/desiredOutcomes/0",
                        "/desiredOutcomes/1",
                        "/feedback",
                        "/frequency",
                        "/place",
                        "/purpose");
    }

    @Test
    void finds_the_elements_of_a_list_by_their_ids() {
        ValuesTalkedAbout talk =
                new ValuesTalkedAbout(
                        new EntryId(ONE),
                        List.of(Approach.VISUAL),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(
                                new Value(new ValueId(TWO), null, FIRST),
                                new Value(new ValueId(ONE), null, SECOND)),
                        null);

        assertThat(Spoken.in(talk))
                .containsExactly(
                        new Spoken.At("/values/" + TWO + "/statement", FIRST),
                        new Spoken.At("/values/" + ONE + "/statement", SECOND));
    }

    @Test
    void finds_participants_by_who_they_are() {
        SessionHeld held =
                new SessionHeld(
                        new CommandId(ONE),
                        new CaseId(ONE),
                        Instant.EPOCH,
                        null,
                        null,
                        List.of(new Participant(Party.CARER, TWO.toString(), FIRST)),
                        STAFF,
                        null,
                        null,
                        SECOND,
                        null);

        assertThat(Spoken.in(held))
                .containsExactly(
                        new Spoken.At("/lateReason", SECOND),
                        new Spoken.At("/participants/CARER:" + TWO + "/relation", FIRST));
    }

    @Test
    void goes_into_the_replacement_of_a_correction() {
        ValueTold told = new ValueTold(new EntryId(ONE), new ValueId(ONE), null, FIRST);
        EntryAmended correction =
                new EntryAmended(
                        new CommandId(TWO),
                        new CaseId(ONE),
                        new AnyId(ONE),
                        null,
                        SECOND,
                        "value.told",
                        1,
                        told,
                        null,
                        STAFF);

        assertThat(Spoken.in(correction))
                .containsExactly(
                        new Spoken.At("/reason", SECOND),
                        new Spoken.At("/replacement/statement", FIRST));
    }
}
