package org.refocusrecord.eventlog.json;

/**
 * A stored payload is not what its name and revision promise. That is a fault and never a caller's
 * doing; the message names the event and the member and no value, because it ends in a log.
 */
public final class PayloadUnreadable extends RuntimeException {

    PayloadUnreadable(String event, String what) {
        super(event + ": " + what);
    }

    PayloadUnreadable(String event, String member, String what) {
        super(event + ": " + member + " " + what);
    }
}
