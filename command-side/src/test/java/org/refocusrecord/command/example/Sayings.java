package org.refocusrecord.command.example;

import org.refocusrecord.events.Person;
import org.refocusrecord.events.Sharing;
import org.refocusrecord.events.Wording;
import org.refocusrecord.events.Words;

/** Words as they are sent, and as they are recorded. */
public final class Sayings {

    private Sayings() {}

    /** A bare text. */
    public static Words words(String text) {
        return new Words.Sent(text, null, null, null, null);
    }

    /** The person's own words, word for word. */
    public static Words verbatim(String text) {
        return new Words.Sent(text, Cast.THE_PERSON, Wording.VERBATIM, null, null);
    }

    /** A text that stays as it was. */
    public static Words asBefore() {
        return new Words.AsBefore();
    }

    /** A text of somebody's, in paraphrase, as it is recorded. */
    public static Words said(String text, Person statedBy) {
        return new Words.Said(text, statedBy, Wording.PARAPHRASE, null, Sharing.TEAM);
    }

    /** The person's own words as they are recorded. */
    public static Words said(String text, Wording wording) {
        return new Words.Said(text, Cast.PERSON, wording, null, Sharing.TEAM);
    }
}
