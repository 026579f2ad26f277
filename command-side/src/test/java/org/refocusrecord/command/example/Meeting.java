package org.refocusrecord.command.example;

import static org.refocusrecord.command.example.But.but;
import static org.refocusrecord.command.example.Cast.CASE;
import static org.refocusrecord.command.example.Cast.LONDON;
import static org.refocusrecord.command.example.Cast.THEN;
import static org.refocusrecord.command.example.Cast.THE_WORKER;
import static org.refocusrecord.command.example.Cast.WORKER;
import static org.refocusrecord.command.example.Cast.id;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.command.Posting;
import org.refocusrecord.command.casefile.CaseCommand;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.session.Entry;
import org.refocusrecord.events.session.Participant;
import org.refocusrecord.events.session.SessionHeld;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A meeting of the person and the worker, unless it is said otherwise. */
public record Meeting(SessionHeld header, List<Entry> entries) implements Telling {

    /** A meeting with these entries, called by the first of them. */
    public static Meeting session(Entry... entries) {
        return session("of " + entries[0].entryId(), entries);
    }

    /** A meeting that has a name. */
    public static Meeting session(String name, Entry... entries) {
        List<Participant> both =
                List.of(
                        new Participant(Party.SERVICE_USER, "", null),
                        new Participant(Party.STAFF, WORKER.id(), null));
        return new Meeting(
                new SessionHeld(
                        sessionId(name),
                        CASE,
                        THEN,
                        null,
                        null,
                        both,
                        THE_WORKER,
                        null,
                        null,
                        null,
                        null),
                List.copyOf(Arrays.asList(entries)));
    }

    /** The id of a meeting that has a name. */
    public static CommandId sessionId(String name) {
        return new CommandId(id("session " + name));
    }

    /** At another time. */
    public Meeting at(Instant when) {
        return new Meeting(but(header, "occurredAt", when), entries);
    }

    /** With other people. */
    public Meeting among(Person... people) {
        List<Participant> participants = new ArrayList<>();
        for (Person who : people) {
            participants.add(new Participant(who.party(), who.id(), null));
        }
        return new Meeting(but(header, "participants", participants), entries);
    }

    /** With another header, but for one member. */
    public Meeting with(String member, @Nullable Object value) {
        return new Meeting(but(header, member, value), entries);
    }

    /** Where one of the participants has a relation to the person. */
    public Meeting with(Person who, Words relation) {
        List<Participant> participants = new ArrayList<>(header.participants());
        participants.add(new Participant(who.party(), who.id(), relation));
        return with("participants", participants);
    }

    @Override
    public Posting posting() {
        return Postings.bySystem();
    }

    @Override
    public CaseCommand command(Posting posting) {
        return new CaseCommand.RecordSession(CaseCommand.streamOf(CASE), posting, header, entries);
    }

    /** Midnight of a day. */
    public static Instant startOf(java.time.LocalDate day) {
        return day.atStartOfDay(LONDON).toInstant();
    }
}
