package org.refocusrecord.eventlog.json;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Sharing;
import org.refocusrecord.events.Wording;
import org.refocusrecord.events.Words;

/**
 * Words as they stand in a payload; public because shapes are made of public records only.
 *
 * @param c nonce, sealed salt and text, tag
 * @param d digest of salt and text
 * @param n which of the event's Words
 */
public record StoredWords(
        String c,
        String d,
        @Nullable String lang,
        Integer n,
        Sharing sharing,
        Person statedBy,
        Wording wording) {

    /**
     * Where words or answers stand that stayed as before.
     *
     * @param n which of that event's Words; none for answers, of which an event holds one set
     */
    public record Place(EventId eventId, @Nullable Integer n) {}

    /** What stands instead of words or answers that stayed as before. */
    public record Elsewhere(Place from) {}

    /** As they are kept by the event that holds them. */
    Words.Kept of(EventId event) {
        return new Words.Kept(event, n, c, d, statedBy, wording, lang, sharing);
    }
}
