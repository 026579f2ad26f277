package org.refocusrecord.query.outbox;

import org.refocusrecord.eventlog.LogReads;
import org.refocusrecord.eventlog.Texts;
import org.refocusrecord.eventlog.store.EventRow;
import org.refocusrecord.eventlog.words.SealedText;
import org.refocusrecord.events.EventId;
import org.refocusrecord.query.door.Sight.Shown;
import org.refocusrecord.query.door.Sight.Withheld;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What of a text leaves. */
@FunctionalInterface
interface Showing {

    /** No text does: nobody said what for. */
    Showing NONE = (_, _, _) -> new Shown(null, Withheld.PURPOSE);

    /**
     * What leaves of this text.
     *
     * @param event the event that holds it
     * @param words where it stands
     */
    Shown of(EventId event, PayloadMap map, int words);

    /** What a policy shows of the texts of these events. */
    static Showing of(WordsPolicy policy, LogReads log, Collection<EventRow> page) {
        return switch (policy) {
            case NONE -> NONE;
            case TEAM -> new TeamsTexts(log, page);
        };
    }

    /**
     * Those that are shared with the team, as long as their keys are there; no other is ever
     * opened. The keys of a page are fetched together, those of other events one by one.
     */
    final class TeamsTexts implements Showing {

        private static final byte[] SHARING = Form.ascii("sharing");
        private static final byte[] TEAM = Form.ascii("TEAM");

        private final LogReads log;
        private final Set<EventId> together = new HashSet<>();
        private final Texts texts;

        TeamsTexts(LogReads log, Collection<EventRow> page) {
            this.log = log;
            page.forEach(row -> together.add(new EventId(row.eventId())));
            this.texts = log.texts(together);
        }

        @Override
        public Shown of(EventId event, PayloadMap map, int words) {
            Texts holding = together.contains(event) ? texts : log.texts(List.of(event));
            if (!holding.areThere(event)) {
                return new Shown(null, Withheld.ERASED);
            }
            int sharing = map.member(words, SHARING);
            if (sharing < 0 || !map.is(sharing, TEAM)) {
                return new Shown(null, Withheld.SHARING);
            }
            int n = map.number(map.member(words, Form.NUMBER));
            SealedText sealed =
                    new SealedText(
                            map.text(map.member(words, Form.CIPHERTEXT)),
                            map.text(map.member(words, Form.DIGEST)));
            return holding.open(event, n, sealed)
                    .map(opened -> new Shown(opened.text(), null))
                    .orElseGet(() -> new Shown(null, Withheld.ERASED));
        }
    }
}
