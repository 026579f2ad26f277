package org.refocusrecord.eventlog;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.keys.DataKey;
import org.refocusrecord.eventlog.words.OpenedText;
import org.refocusrecord.eventlog.words.SealedText;
import org.refocusrecord.eventlog.words.WordsSeal;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.Words;

import java.util.Map;
import java.util.Optional;

/** Opens texts with keys that were fetched together; empty where the words were forgotten. */
public final class Texts {

    private final Map<EventId, @Nullable DataKey> keys;

    Texts(Map<EventId, @Nullable DataKey> keys) {
        this.keys = keys;
    }

    /** The text and its salt, or empty where its key was destroyed. */
    public Optional<OpenedText> open(Words.Kept words) {
        return open(words.eventId(), words.n(), new SealedText(words.c(), words.d()));
    }

    /**
     * The same of a text as it is stored.
     *
     * @param event the event that holds it
     * @param n which of its Words it is
     */
    public Optional<OpenedText> open(EventId event, int n, SealedText sealed) {
        DataKey key = keys.get(event);
        return key == null ? Optional.empty() : Optional.of(WordsSeal.open(key, event, n, sealed));
    }

    /** Whether the words of an event can still be opened. */
    public boolean areThere(EventId event) {
        return keys.get(event) != null;
    }
}
