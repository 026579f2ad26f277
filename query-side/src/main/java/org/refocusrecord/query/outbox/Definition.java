package org.refocusrecord.query.outbox;

import org.refocusrecord.eventlog.store.EventRow;

/**
 * What a study counts: JSON of whatever form its author chose. So it may look like a text or like
 * answers, and is neither; no word of a person is ever kept in it.
 */
final class Definition {

    private static final String OF_A_STUDY = "study/";
    private static final String PUBLISHED = "study.definition-published";
    private static final byte[] EVENT_TYPE = Form.ascii("eventType");
    private static final byte[] REPLACEMENT = Form.ascii("replacement");
    private static final byte[] DEFINITION = Form.ascii("definition");

    private Definition() {}

    /** Where it stands in an event, or in what a correction puts in the event's place; or -1. */
    static int in(EventRow row, PayloadMap map) {
        if (!row.stream().startsWith(OF_A_STUDY)) {
            return -1;
        }
        if (row.type().equals(PUBLISHED)) {
            return map.member(0, DEFINITION);
        }
        int type = map.member(0, EVENT_TYPE);
        int replacement = map.member(0, REPLACEMENT);
        return type >= 0 && replacement >= 0 && map.is(type, Form.ascii(PUBLISHED))
                ? map.member(replacement, DEFINITION)
                : -1;
    }
}
