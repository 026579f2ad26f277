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

    /** The same place, owned as the same text was before. */
    Text ownedAs(List<Text> before) {
        boolean own =
                before.stream()
                        .anyMatch(text ->
                                text.eventId().equals(eventId)
                                        && text.n() == n
                                        && text.personsOwn());
        return new Text(path, eventId, n, own);
    }
}
