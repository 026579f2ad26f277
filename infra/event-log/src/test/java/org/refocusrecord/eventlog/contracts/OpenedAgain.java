package org.refocusrecord.eventlog.contracts;

import org.refocusrecord.eventlog.keys.DataKey;
import org.refocusrecord.eventlog.words.SealedText;
import org.refocusrecord.eventlog.words.WordsSeal;
import org.refocusrecord.events.Answers;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.shape.Mapping;

/** Opens the texts of an event that was read, so that it is as it was decided. */
record OpenedAgain(DataKey key) implements Mapping.Replacing {

    static Event of(Event read, DataKey key) {
        return Mapping.of(Event.class, read, "", new OpenedAgain(key));
    }

    @Override
    public Person person(String pointer, Person person) {
        return person;
    }

    @Override
    public Words words(String pointer, Words words) {
        return words instanceof Words.Kept kept ? opened(kept) : words;
    }

    private Words opened(Words.Kept kept) {
        SealedText sealed = new SealedText(kept.c(), kept.d());
        String text = WordsSeal.open(key, kept.eventId(), kept.n(), sealed).text();
        return new Words.Said(text, kept.statedBy(), kept.wording(), kept.lang(), kept.sharing());
    }

    @Override
    public Answers answers(String pointer, Answers answers) {
        return answers;
    }
}
