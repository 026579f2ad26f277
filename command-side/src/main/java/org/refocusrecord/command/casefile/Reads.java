package org.refocusrecord.command.casefile;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.command.Bearing;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.TeamId;

import java.time.Instant;
import java.util.List;

/**
 * What the rules keep of how something recorded reads, at first or as amended: its ties, its
 * people, where its texts are. No text.
 *
 * @param type its stored name
 * @param bearing what it brings and names
 * @param texts where its texts are
 * @param answers the event that holds its answers
 * @param personsOwn whether only the person may correct it
 * @param participants who took part, where it is a session
 * @param place its own place on the line, where it has one: a session's, a dated command's
 * @param team the team that it gives the case to
 * @param same what no correction changes: pointers and values
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
        List<Same> same) {

    /** Something that stays the same in every correction. */
    public record Same(String pointer, String value) {}
}
