package org.refocusrecord.command.example;

import static org.refocusrecord.command.example.But.but;
import static org.refocusrecord.command.example.Cast.CASE;
import static org.refocusrecord.command.example.Cast.PERSON;
import static org.refocusrecord.command.example.Cast.THEN;
import static org.refocusrecord.command.example.Cast.id;

import org.refocusrecord.command.Posting;
import org.refocusrecord.command.casefile.CaseCommand;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.session.Entry;
import org.refocusrecord.events.session.OwnEntriesWritten;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** What the person writes alone. */
public record OwnWriting(OwnEntriesWritten header, List<Entry> entries) implements Telling {

    /** The person wrote these. */
    public static OwnWriting ownEntries(Entry... entries) {
        return new OwnWriting(
                new OwnEntriesWritten(
                        new CommandId(id("own " + entries[0].entryId())), CASE, THEN, PERSON),
                List.copyOf(Arrays.asList(entries)));
    }

    /** At another time. */
    public OwnWriting at(Instant when) {
        return with("occurredAt", when);
    }

    /** With another header, but for one member. */
    public OwnWriting with(String member, Object value) {
        return new OwnWriting(but(header, member, value), entries);
    }

    @Override
    public Posting posting() {
        return Postings.byPerson();
    }

    @Override
    public CaseCommand command(Posting posting) {
        return new CaseCommand.WriteOwnEntries(
                CaseCommand.streamOf(CASE), posting, header, entries);
    }
}
