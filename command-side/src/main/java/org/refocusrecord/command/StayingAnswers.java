package org.refocusrecord.command;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Answers;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.shape.EventShape;
import org.refocusrecord.events.shape.Mapping;
import org.refocusrecord.events.shape.Member;

import java.util.List;

/** Puts in the place of answers that stay as before those that stand now. */
final class StayingAnswers implements Mapping.Replacing {

    private final @Nullable Answers before;
    private final List<Refusal> refusals;

    private StayingAnswers(@Nullable Answers before, List<Refusal> refusals) {
        this.before = before;
        this.refusals = refusals;
    }

    /** The replacement with nothing left open; what was not there before is refused. */
    static <E extends Event> E filled(
            Class<E> family, E replacement, E before, List<Refusal> refusals) {
        StayingAnswers staying = new StayingAnswers(answersOf(before), refusals);
        return Mapping.of(family, replacement, "/replacement", staying);
    }

    private static @Nullable Answers answersOf(Event event) {
        for (Member member : EventShape.of(event).members().members()) {
            if (member.of(event) instanceof Answers answers) {
                return answers;
            }
        }
        return null;
    }

    @Override
    public Person person(String pointer, Person person) {
        return person;
    }

    @Override
    public Words words(String pointer, Words words) {
        return words;
    }

    @Override
    public Answers answers(String pointer, Answers answers) {
        if (!(answers instanceof Answers.AsBefore)) {
            return answers;
        }
        if (before == null) {
            refusals.add(new Refusal.ReferenceUnknown(pointer, null));
            return answers;
        }
        return before;
    }
}
