package org.refocusrecord.query.door;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.Texts;
import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.Sharing;
import org.refocusrecord.events.Words;
import org.refocusrecord.query.access.Showing;
import org.refocusrecord.query.history.CaseHistory;
import org.refocusrecord.query.history.SeenBy;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What a reader of the running record sees, by who that is and what for. */
final class ReaderSight implements Sight {

    private final Reader reader;
    private final Map<EventId, SeenBy> seenBy = new HashMap<>();
    private final Set<AnyId> sharedRatings = new HashSet<>();
    private final Texts texts;
    private final Showing showing;

    /** Of these cases; what is shown of them, or of others without a text, is told. */
    ReaderSight(Reader reader, Collection<CaseHistory> cases, Texts texts, Showing showing) {
        this.reader = reader;
        this.texts = texts;
        this.showing = showing;
        for (CaseHistory history : cases) {
            seenBy.putAll(history.seenBy());
            sharedRatings.addAll(history.sharedRatings());
        }
    }

    /** By what was last said of it. */
    @Override
    public boolean showsRating(AnyId rating) {
        return reader.seesUnsharedRatings() || sharedRatings.contains(rating);
    }

    @Override
    public Shown of(Words.Kept words) {
        if (!texts.areThere(words.eventId())) {
            return new Shown(null, Withheld.ERASED);
        }
        // What is not shown is not opened either: of a whole service that is most of the work.
        Withheld withheld = withheld(words);
        if (withheld != null) {
            return new Shown(null, withheld);
        }
        return texts.open(words)
                .map(opened -> new Shown(opened.text(), null))
                .orElseGet(() -> new Shown(null, Withheld.ERASED));
    }

    @Override
    public void wasUsed() {
        showing.wasMade();
    }

    private @Nullable Withheld withheld(Words.Kept words) {
        if (reader.person() || isSharedWithStaff(words)) {
            return null;
        }
        if (!reader.auditor()) {
            return Withheld.SHARING;
        }
        if (!reader.purpose()) {
            return Withheld.PURPOSE;
        }
        return words.sharing() == Sharing.PERSON_ONLY ? Withheld.SHARING : null;
    }

    private boolean isSharedWithStaff(Words.Kept words) {
        if (reader.staff() == null) {
            return false;
        }
        SeenBy people = seenBy.get(words.eventId());
        return switch (words.sharing()) {
            case TEAM -> true;
            case WORKER_AND_PERSON -> people != null && people.includes(reader.staff());
            case PERSON_ONLY -> false;
        };
    }
}
