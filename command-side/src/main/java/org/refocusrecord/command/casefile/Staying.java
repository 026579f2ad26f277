package org.refocusrecord.command.casefile;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.command.Refusal;
import org.refocusrecord.events.Answers;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.correction.EntryAmended;
import org.refocusrecord.events.shape.Mapping;
import org.refocusrecord.events.shape.Spoken;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts in the place of what stays as before a reference to the text or the answers that stand now.
 */
final class Staying implements Mapping.Replacing {

    private static final String REPLACEMENT = "/replacement";

    private final Reads before;
    private final IdentityHashMap<Words, String> paths = new IdentityHashMap<>();
    private final Map<String, String> pointers = new HashMap<>();
    private final List<Refusal> refusals = new ArrayList<>();

    private Staying(EntryAmended event, Reads before) {
        this.before = before;
        for (Spoken.At at : Spoken.in(event)) {
            paths.put(at.words(), at.path());
        }
    }

    /**
     * A correction with what stayed filled in.
     *
     * @param event the correction
     * @param pointers where in the body each of its texts stands, by the text's path
     * @param refusals what was not there before, and so still stands open
     */
    record Stayed(EntryAmended event, Map<String, String> pointers, List<Refusal> refusals) {}

    static Stayed filled(EntryAmended event, Reads before) {
        Staying staying = new Staying(event, before);
        EntryAmended filled = Mapping.of(EntryAmended.class, event, "", staying);
        return new Stayed(filled, staying.pointers, staying.refusals);
    }

    @Override
    public Person person(String pointer, Person person) {
        return person;
    }

    @Override
    public Words words(String pointer, Words words) {
        String path = paths.get(words);
        if (path != null) {
            pointers.put(path, pointer);
        }
        if (!(words instanceof Words.AsBefore)) {
            return words;
        }
        Optional<Text> text = before(path);
        if (text.isEmpty()) {
            refusals.add(new Refusal.ReferenceUnknown(pointer, null));
            return words;
        }
        return new Words.From(text.get().eventId(), text.get().n());
    }

    private Optional<Text> before(@Nullable String path) {
        return path != null && path.startsWith(REPLACEMENT + "/")
                ? Text.at(before.texts(), path.substring(REPLACEMENT.length()))
                : Optional.empty();
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
