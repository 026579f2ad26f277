package org.refocusrecord.eventlog.contracts;

import static org.refocusrecord.eventlog.contracts.Cast.CASE;
import static org.refocusrecord.eventlog.contracts.Cast.PERSON;
import static org.refocusrecord.eventlog.contracts.Cast.SERVICE_USER_ID;
import static org.refocusrecord.eventlog.contracts.Cast.SISTER;
import static org.refocusrecord.eventlog.contracts.Cast.TEAM;
import static org.refocusrecord.eventlog.contracts.Cast.WORKER;
import static org.refocusrecord.eventlog.contracts.Cast.WORKER_ID;
import static org.refocusrecord.eventlog.contracts.Cast.command;
import static org.refocusrecord.eventlog.contracts.Cast.entry;
import static org.refocusrecord.eventlog.contracts.Cast.noted;
import static org.refocusrecord.eventlog.contracts.Cast.told;

import org.refocusrecord.events.Event;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Sharing;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.Wording;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.careaction.PersonsView;
import org.refocusrecord.events.casefile.CareCoordinatorAssigned;
import org.refocusrecord.events.casefile.CaseClosed;
import org.refocusrecord.events.casefile.CaseOpened;
import org.refocusrecord.events.casefile.CaseReopened;
import org.refocusrecord.events.casefile.CaseTransferred;
import org.refocusrecord.events.casefile.ClosureReason;
import org.refocusrecord.events.casefile.CoordinatorRole;
import org.refocusrecord.events.casefile.CrisisPlanNoted;
import org.refocusrecord.events.casefile.DeathNoted;
import org.refocusrecord.events.session.AccountGiven;
import org.refocusrecord.events.session.OwnEntriesWritten;
import org.refocusrecord.events.session.Participant;
import org.refocusrecord.events.session.SessionHeld;
import org.refocusrecord.events.session.Setting;
import org.refocusrecord.events.session.WrittenWithPerson;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The case itself, and its meetings. */
final class ExampleCaseFacts {

    private ExampleCaseFacts() {}

    static List<Event> all() {
        return List.of(
                new CaseOpened(
                        command(1),
                        CASE,
                        SERVICE_USER_ID,
                        "EXAMPLE",
                        TEAM,
                        WORKER_ID,
                        LocalDate.parse("2012-03-01"),
                        WORKER),
                new CareCoordinatorAssigned(
                        command(2),
                        CASE,
                        WORKER_ID,
                        CoordinatorRole.KEY_WORKER,
                        LocalDate.parse("2012-03-05"),
                        WORKER),
                new CaseTransferred(
                        command(3),
                        CASE,
                        TeamId.of(Cast.id("7", 2)),
                        LocalDate.parse("2012-09-03"),
                        List.of(PERSON, WORKER),
                        PersonsView.WANTS,
                        WORKER),
                new CaseClosed(
                        command(4),
                        CASE,
                        ClosureReason.PERSON_WISHED,
                        LocalDate.parse("2013-02-28"),
                        List.of(PERSON),
                        PersonsView.WANTS,
                        WORKER),
                new CaseReopened(command(5), CASE, LocalDate.parse("2013-06-03"), WORKER),
                new DeathNoted(command(6), CASE, LocalDate.parse("2019-11-20"), WORKER),
                new CrisisPlanNoted(
                        command(7),
                        CASE,
                        true,
                        LocalDate.parse("2012-05-09"),
                        List.of(PERSON, SISTER, WORKER),
                        LocalDate.parse("2013-05-09"),
                        WORKER),
                sessionHeld(),
                new OwnEntriesWritten(
                        command(9), CASE, Instant.parse("2012-03-16T19:12:30.250000Z"), PERSON),
                new AccountGiven(
                        entry(1),
                        command(8),
                        new Words.Said(
                                "I said more than I had meant to, and was glad of it.",
                                PERSON,
                                Wording.WRITTEN_BY_THEM,
                                "en",
                                Sharing.WORKER_AND_PERSON)));
    }

    static SessionHeld sessionHeld() {
        return new SessionHeld(
                command(8),
                CASE,
                Instant.parse("2012-03-14T10:00:00Z"),
                50,
                Setting.HOME,
                List.of(
                        new Participant(PERSON.party(), PERSON.id(), null),
                        new Participant(WORKER.party(), WORKER.id(), null),
                        new Participant(SISTER.party(), SISTER.id(), told("my sister")),
                        new Participant(Party.OTHER, "interpreting:12", noted("interpreter"))),
                WORKER,
                WrittenWithPerson.READ_BACK,
                List.of(PERSON, WORKER),
                noted("Written up after two days of leave."),
                Instant.parse("2012-03-15T08:30:00Z"));
    }
}
