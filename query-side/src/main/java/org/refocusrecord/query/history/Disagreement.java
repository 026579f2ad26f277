package org.refocusrecord.query.history;

import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;

import java.time.Instant;
import java.util.List;

/** Somebody sees something recorded otherwise; both views are shown. */
public record Disagreement(
        CommandId commandId,
        Person party,
        Words words,
        List<Reply> replies,
        Instant recordedAt,
        Standing standing) {

    /** The same without the replies that were marked in error. */
    Disagreement withLiveReplies() {
        return new Disagreement(
                commandId,
                party,
                words,
                replies.stream().filter(reply -> reply.standing() == Standing.LIVE).toList(),
                recordedAt,
                standing);
    }

    /** Those that still hold, with the replies that still hold. */
    public static List<Disagreement> live(List<Disagreement> disagreements) {
        return disagreements.stream()
                .filter(disagreement -> disagreement.standing() == Standing.LIVE)
                .map(Disagreement::withLiveReplies)
                .toList();
    }
}
