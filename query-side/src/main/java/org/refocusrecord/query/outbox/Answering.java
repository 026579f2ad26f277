package org.refocusrecord.query.outbox;

import org.refocusrecord.eventlog.store.EventRow;

/**
 * Whether the answers that an event holds may leave: those of measures do, those of a rating only
 * while it is shared with the worker. Of what is neither, so far as this program knows, nobody can
 * say who may see them.
 */
final class Answering {

    private static final String AMENDED = "entry.amended";
    private static final byte[] TYPE_WITHIN = Form.ascii("eventType");
    private static final byte[] REPLACEMENT = Form.ascii("replacement");
    private static final byte[] ENTRY = Form.ascii("entryId");
    private static final byte[] SHARED = Form.ascii("sharedWithWorker");

    private final TakenBack takenBack;

    Answering(TakenBack takenBack) {
        this.takenBack = takenBack;
    }

    boolean leave(EventRow row, PayloadMap map) {
        boolean amended = row.type().equals(AMENDED);
        int said = amended ? map.member(0, REPLACEMENT) : 0;
        int type = amended ? map.member(0, TYPE_WITHIN) : -1;
        if (said < 0 || (amended && type < 0)) {
            return false;
        }
        return switch (amended ? map.text(type) : row.type()) {
            case "measure.answered", "team.measure-answered" -> true;
            case "relationship.rated" -> isShared(row, map, said);
            default -> false;
        };
    }

    private boolean isShared(EventRow row, PayloadMap map, int rating) {
        int shared = map.member(rating, SHARED);
        int entry = map.member(rating, ENTRY);
        return shared >= 0
                && map.isTrue(shared)
                && entry >= 0
                && !takenBack.is(
                        row.stream(), row.sequence(), map.text(entry), row.commandId().toString());
    }
}
