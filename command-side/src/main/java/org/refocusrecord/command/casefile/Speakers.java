package org.refocusrecord.command.casefile;

import org.refocusrecord.command.Posting;
import org.refocusrecord.command.Resolution;
import org.refocusrecord.command.casefile.CaseCommand.Correct;
import org.refocusrecord.command.casefile.CaseCommand.RecordSession;
import org.refocusrecord.command.casefile.CaseCommand.StateFact;
import org.refocusrecord.command.casefile.CaseCommand.WriteOwnEntries;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.casefile.CaseEvent;
import org.refocusrecord.events.casefile.CaseOpened;
import org.refocusrecord.events.session.SessionHeld;

import java.util.List;

/**
 * Who is meant in a command: a session by those who took part in it, a correction by those of the
 * session that it corrects, everything else by nobody but the service user.
 */
final class Speakers {

    private Speakers() {}

    /** What names everybody in a command. */
    static Resolution of(CaseState state, CaseCommand command) {
        Posting posting = command.posting();
        return switch (command) {
            case RecordSession session ->
                    of(
                            state.person(),
                            people(state, session.header()),
                            session.header().recordedBy(),
                            posting);
            case WriteOwnEntries own ->
                    new Resolution(
                            state.person(),
                            List.of(state.person()),
                            own.header().recordedBy(),
                            true);
            case StateFact fact ->
                    of(person(state, fact.fact()), List.of(), recordedBy(fact.fact()), posting);
            case Correct correction ->
                    of(
                            state.person(),
                            corrected(state, correction),
                            correction.body().recordedBy(),
                            posting);
        };
    }

    /** The same, in the voice of whoever posts it. */
    static Resolution of(
            Person person, List<Person> participants, Person recorder, Posting posting) {
        return new Resolution(
                person, participants, recorder, posting.right() == Posting.Right.SERVICE_USER);
    }

    /** Who took part; the service user is always known. */
    static List<Person> people(CaseState state, SessionHeld held) {
        return Reading.people(held).stream()
                .map(who -> who.party() == Party.SERVICE_USER ? state.person() : who)
                .toList();
    }

    private static Person person(CaseState state, CaseEvent fact) {
        return fact instanceof CaseOpened opened
                ? new Person(Party.SERVICE_USER, opened.serviceUserId().toString())
                : state.person();
    }

    private static Person recordedBy(CaseEvent fact) {
        Person recordedBy = Reading.recordedBy(fact);
        if (recordedBy == null) {
            throw new IllegalArgumentException("entries come with a session");
        }
        return recordedBy;
    }

    private static List<Person> corrected(CaseState state, Correct correction) {
        Fact target = state.byId().get(correction.body().target().value());
        Standing.Live header =
                target == null ? null : state.standing().live().get(state.root(target).session());
        return header == null ? List.of() : header.reads().participants();
    }
}
