package org.refocusrecord.eventlog.json;

import org.refocusrecord.eventlog.keys.DataKey;
import org.refocusrecord.eventlog.words.SealedText;
import org.refocusrecord.eventlog.words.WordsSeal;
import org.refocusrecord.events.Answers;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.shape.Mapping;

/** Turns an event that was read into the one that was decided, by opening its texts. */
record SpokenAgain(DataKey key) implements Mapping.Replacing {

    static Event in(Event read, DataKey key) {
        return Mapping.of(Event.class, read, "", new SpokenAgain(key));
    }

    @Override
    public Person person(String pointer, Person person) {
        return person;
    }

    @Override
    public Words words(String pointer, Words words) {
        if (!(words instanceof Words.Kept kept)) {
            return words;
        }
        SealedText sealed = new SealedText(kept.c(), kept.d());
        return new Words.Said(
                WordsSeal.open(key, kept.eventId(), kept.n(), sealed).text(),
                kept.statedBy(),
                kept.wording(),
                kept.lang(),
                kept.sharing());
    }

    @Override
    public Answers answers(String pointer, Answers answers) {
        return answers;
    }
}
