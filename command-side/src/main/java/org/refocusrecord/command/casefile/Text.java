package org.refocusrecord.command.casefile;

import org.refocusrecord.events.EventId;

import java.util.List;
import java.util.Optional;

/**
 * Where a text stands and whose it is; never the text itself.
 *
 * @param path finds it in another form of the same payload
 * @param eventId the event that holds it
 * @param n its ordinal there
 * @param personsOwn whether it is in the person's own words
 */
public record Text(String path, EventId eventId, int n, boolean personsOwn) {

    /** The text at a path, among several. */
    static Optional<Text> at(List<Text> texts, String path) {
        return texts.stream().filter(text -> text.path().equals(path)).findFirst();
    }

    /** Whether, among these texts, the one at a path is in the person's own words. */
    static boolean isOwn(List<Text> texts, String path) {
        return at(texts, path).filter(Text::personsOwn).isPresent();
    }

    /** Whether it is the n-th text of that event. */
    boolean isKeptIn(EventId event, int ordinal) {
        return eventId.equals(event) && n == ordinal;
    }
}
