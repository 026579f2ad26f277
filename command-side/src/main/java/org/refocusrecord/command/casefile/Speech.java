package org.refocusrecord.command.casefile;

import org.refocusrecord.events.EventId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Wording;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.casefile.CaseEvent;
import org.refocusrecord.events.shape.Spoken;

import java.util.ArrayList;
import java.util.List;

/**
 * The texts of an event as the rules see them: where they are, and which are in the person's own
 * words.
 *
 * @param prefix what stands before their paths: nothing, or that of a replacement
 * @param texts the texts of the whole stored event
 * @param before the texts of what is replaced
 */
record Speech(String prefix, List<Spoken.At> texts, List<Text> before) {

    /** The speech of an event that stands alone. */
    static Speech of(CaseEvent event) {
        return new Speech("", Spoken.in(event), List.of());
    }

    /** Where the texts are; one that stayed is where it was. */
    List<Text> texts(Person person, EventId eventId) {
        List<Text> found = new ArrayList<>();
        for (int n = 0; n < texts.size(); n++) {
            Spoken.At at = texts.get(n);
            if (at.path().startsWith(prefix + "/")) {
                found.add(
                        text(at.path().substring(prefix.length()), at.words(), person, eventId, n));
            }
        }
        return List.copyOf(found);
    }

    /**
     * What is stored says which it is, which need not be its place: an upcaster may have moved it.
     */
    private Text text(String path, Words words, Person person, EventId eventId, int n) {
        return switch (words) {
            case Words.Said said ->
                    new Text(path, eventId, n, isOwn(said.statedBy(), said.wording(), person));
            case Words.Kept kept ->
                    new Text(
                            path,
                            eventId,
                            kept.n(),
                            isOwn(kept.statedBy(), kept.wording(), person));
            case Words.From(EventId from, int of) ->
                    new Text(path, from, of, Text.isOwn(before, path));
            case Words.Sent _ -> throw unresolved();
            case Words.AsBefore _ -> throw unresolved();
        };
    }

    private static IllegalStateException unresolved() {
        return new IllegalStateException("a text that was not resolved");
    }

    private static boolean isOwn(Person statedBy, Wording wording, Person person) {
        return statedBy.equals(person)
                && (wording == Wording.VERBATIM || wording == Wording.WRITTEN_BY_THEM);
    }
}
