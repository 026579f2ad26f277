package org.refocusrecord.eventlog.json;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.refocusrecord.eventlog.keys.Randomness;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.JsonText;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Sharing;
import org.refocusrecord.events.StudyId;
import org.refocusrecord.events.Wording;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.correction.EntryAmended;
import org.refocusrecord.events.session.AccountGiven;
import org.refocusrecord.events.study.DefinitionPublished;

import java.util.List;

/** What is only in an event by a fault of ours must not be stored, since it would stay for ever. */
class RefusingToWriteTest {

    private static final EventId ID = EventId.of("0135f0a1-b2c3-7d4e-8f50-000000000001");
    private static final Person STAFF =
            new Person(Party.STAFF, "b0000000-0000-4000-8000-000000000001");

    @Test
    void words_that_were_not_decided() {
        assertRefused(account(new Words.Sent("text", null, null, null, null)));
        assertRefused(account(new Words.AsBefore()));
        assertRefused(
                account(
                        new Words.Kept(
                                ID, 0, "", "", STAFF, Wording.PARAPHRASE, null, Sharing.TEAM)));
    }

    @Test
    void a_person_who_is_not_named() {
        for (Person nobody : List.of(Person.theOnly(Party.STAFF), Person.withoutId(Party.STAFF))) {
            assertRefused(
                    account(new Words.Said("text", nobody, Wording.VERBATIM, null, Sharing.TEAM)));
        }
    }

    @Test
    void half_of_a_surrogate_pair() {
        assertRefused(
                account(new Words.Said("\ud83d", STAFF, Wording.VERBATIM, null, Sharing.TEAM)));
    }

    @Test
    void an_event_within_an_event_under_another_name() {
        EntryAmended amended = FrozenEvents.entryAmended();
        assertRefused(
                new EntryAmended(
                        amended.commandId(),
                        amended.caseId(),
                        amended.target(),
                        amended.because(),
                        amended.reason(),
                        "goal.changed",
                        1,
                        amended.replacement(),
                        amended.confirmedBy(),
                        amended.recordedBy()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"b\":1,\"a\":2}", "[1.0]", "{ }", "[1,1"})
    void json_that_is_not_canonical(String json) {
        assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> write(definition(json)));
    }

    @Test
    void json_whose_numbers_do_not_last() {
        assertThatExceptionOfType(NotCanonical.class)
                .isThrownBy(() -> write(definition("{\"a\":[9007199254740993]}")));
    }

    private static AccountGiven account(Words words) {
        return new AccountGiven(EntryId.of("90000000-0000-4000-8000-000000000001"), null, words);
    }

    private static DefinitionPublished definition(String json) {
        return new DefinitionPublished(
                CommandId.of("50000000-0000-4000-8000-000000000001"),
                StudyId.of("30000000-0000-4000-8000-000000000001"),
                "fidelity",
                "1",
                new JsonText(json),
                STAFF);
    }

    private static void write(Event event) {
        new PayloadWriter(Randomness.secure()).write(event, ID);
    }

    private static void assertRefused(Event event) {
        assertThatIllegalArgumentException().isThrownBy(() -> write(event));
    }
}
