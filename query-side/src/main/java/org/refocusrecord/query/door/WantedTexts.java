package org.refocusrecord.query.door;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.Words;

import java.util.HashSet;
import java.util.Set;

/**
 * Takes note of the texts that an answer has in it, and shows none: their keys can be fetched at
 * once then, and no others.
 */
final class WantedTexts implements Sight {

    private final Set<EventId> events = new HashSet<>();

    /** The events that hold the texts of a view. */
    static Set<EventId> of(Object view) {
        WantedTexts wanted = new WantedTexts();
        byte[] _ = ViewJson.bytes(view, wanted, true);
        return wanted.events;
    }

    @Override
    public @Nullable Withheld ofRating(AnyId rating) {
        return null;
    }

    @Override
    public Shown of(Words.Kept words) {
        events.add(words.eventId());
        return new Shown(null, Withheld.SHARING);
    }

    @Override
    public void wasUsed() {
        // Nobody sees it.
    }
}
