package org.refocusrecord.eventlog.json;

import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.CorrectionCause;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.GoalId;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Sharing;
import org.refocusrecord.events.Wording;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.correction.EntryAmended;
import org.refocusrecord.events.goal.Acceptance;
import org.refocusrecord.events.goal.AcceptanceAnswer;
import org.refocusrecord.events.goal.AcceptanceHow;
import org.refocusrecord.events.goal.GoalSet;
import org.refocusrecord.events.goal.Whose;
import org.refocusrecord.events.session.Participant;
import org.refocusrecord.events.session.SessionHeld;
import org.refocusrecord.events.session.Setting;
import org.refocusrecord.events.session.WrittenWithPerson;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The events whose payloads are frozen, as they were decided. */
final class FrozenEvents {

    private static final CaseId CASE = CaseId.of("c0000000-0000-4000-8000-000000000001");
    private static final Person STAFF =
            new Person(Party.STAFF, "b0000000-0000-4000-8000-000000000001");
    private static final Person PERSON =
            new Person(Party.SERVICE_USER, "d0000000-0000-4000-8000-000000000001");
    private static final EntryId ENTRY = EntryId.of("90000000-0000-4000-8000-000000000001");

    private FrozenEvents() {}

    static Event named(String type) {
        return switch (type) {
            case "session.held" -> sessionHeld();
            case "entry.amended" -> entryAmended();
            default -> throw new IllegalArgumentException(type);
        };
    }

    static SessionHeld sessionHeld() {
        return new SessionHeld(
                command(3),
                CASE,
                Instant.parse("2012-03-14T10:00:00Z"),
                50,
                Setting.HOME,
                List.of(
                        new Participant(PERSON.party(), PERSON.id(), null),
                        new Participant(STAFF.party(), STAFF.id(), null),
                        new Participant(
                                Party.CARER,
                                "e0000000-0000-4000-8000-000000000001",
                                new Words.Said(
                                        "my sister", PERSON, Wording.VERBATIM, "en", Sharing.TEAM)),
                        new Participant(
                                Party.OTHER,
                                "register:7",
                                new Words.Said(
                                        "a friend from the allotment 🌿",
                                        STAFF,
                                        Wording.PARAPHRASE,
                                        null,
                                        Sharing.WORKER_AND_PERSON))),
                STAFF,
                WrittenWithPerson.READ_BACK,
                List.of(PERSON),
                said("Written up after two days off sick.", STAFF, Wording.PARAPHRASE),
                Instant.parse("2012-03-15T08:30:00.000250Z"));
    }

    static EntryAmended entryAmended() {
        return new EntryAmended(
                command(4),
                CASE,
                new AnyId(ENTRY.value()),
                CorrectionCause.MISTAKE,
                said("The wish was written too narrowly.", STAFF, Wording.PARAPHRASE),
                "goal.set",
                1,
                goalSet(),
                PERSON,
                STAFF);
    }

    private static GoalSet goalSet() {
        EventId before = EventId.of("0135f0a1-b2c3-7d4e-8f50-000000000005");
        return new GoalSet(
                ENTRY,
                GoalId.of("f0000000-0000-4000-8000-000000000001"),
                said(
                        "To cook for my family again, not only for my sister.",
                        PERSON,
                        Wording.VERBATIM),
                Whose.PERSON,
                PERSON,
                List.of(PERSON, STAFF),
                List.of(
                        new Acceptance(
                                PERSON,
                                AcceptanceAnswer.AGREE,
                                AcceptanceHow.SPOKEN,
                                new Words.From(before, 0))),
                null,
                List.of(),
                null,
                7,
                LocalDate.parse("2012-06-14"));
    }

    private static Words said(String text, Person by, Wording wording) {
        return new Words.Said(text, by, wording, null, Sharing.TEAM);
    }

    private static CommandId command(int number) {
        return CommandId.of("50000000-0000-4000-8000-00000000000" + number);
    }
}
