package org.refocusrecord.command.casefile;

import org.refocusrecord.command.Refusal;
import org.refocusrecord.events.Answers;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.correction.EntryAmended;
import org.refocusrecord.events.shape.Mapping;
import org.refocusrecord.events.shape.Spoken;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Puts in the place of what stays as before a reference to the text or the answers that stand now.
 */
final class Staying implements Mapping.Replacing {

    private static final int PREFIX = "/replacement".length();

    private final Reads before;
    private final IdentityHashMap<Words, String> paths = new IdentityHashMap<>();
    private final List<Refusal> refusals;

    private Staying(EntryAmended event, Reads before, List<Refusal> refusals) {
        this.before = before;
        this.refusals = refusals;
        for (Spoken.At at : Spoken.in(event)) {
            paths.put(at.words(), at.path());
        }
    }

    /** The correction with nothing left open; what was not there before is refused. */
    static EntryAmended resolved(EntryAmended event, Reads before, List<Refusal> refusals) {
        return Mapping.of(EntryAmended.class, event, "", new Staying(event, before, refusals));
    }

    @Override
    public Person person(String pointer, Person person) {
        return person;
    }

    @Override
    public Words words(String pointer, Words words) {
        String path = paths.get(words);
        if (!(words instanceof Words.AsBefore) || path == null) {
            return words;
        }
        Optional<Text> text =
                path.length() < PREFIX
                        ? Optional.empty()
                        : Text.at(before.texts(), path.substring(PREFIX));
        if (text.isEmpty()) {
            refusals.add(new Refusal.ReferenceUnknown(pointer, null));
            return words;
        }
        return new Words.From(text.get().eventId(), text.get().n());
    }

    @Override
    public Answers answers(String pointer, Answers answers) {
        if (!(answers instanceof Answers.AsBefore)) {
            return answers;
        }
        EventId event = before.answers();
        if (event == null) {
            refusals.add(new Refusal.ReferenceUnknown(pointer, null));
            return answers;
        }
        return new Answers.From(event);
    }
}
