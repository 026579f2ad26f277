package org.refocusrecord.command.casefile;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.command.Bearing;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.correction.ErasureScope;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What the rules keep of how something recorded reads, at first or as amended: its ties, its
 * people, where its texts are. No text.
 *
 * @param type its stored name
 * @param bearing what it brings and names
 * @param texts where its texts are
 * @param answers the event that holds its answers
 * @param personsOwn whether all of it is the person's own
 * @param participants who took part, where it is a session
 * @param place its own place on the line, where it has one: a session's, a dated command's
 * @param team the team that it gives the case to
 * @param recordedBy who is said to have recorded it; null of an entry, which its session says
 * @param firstId what it is about, where no correction may change that
 * @param erases whose words it asks to be forgotten, where it is an erasure
 */
public record Reads(
        String type,
        Bearing bearing,
        List<Text> texts,
        @Nullable EventId answers,
        boolean personsOwn,
        List<Person> participants,
        @Nullable Instant place,
        @Nullable TeamId team,
        @Nullable Person recordedBy,
        @Nullable FirstId firstId,
        @Nullable Erases erases) {

    /** The member that holds the first id of an entry, and that id. */
    public record FirstId(String member, UUID id) {}

    /** What an erasure is to reach: the entry, session or command of that id, or the whole case. */
    public record Erases(ErasureScope scope, @Nullable UUID target) {}
}
