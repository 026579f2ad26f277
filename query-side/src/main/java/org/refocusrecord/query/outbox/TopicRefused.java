package org.refocusrecord.query.outbox;

import java.io.Serial;

/** A topic cannot be filled from the log as it is. */
final class TopicRefused extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    /** Why not. */
    enum Reason {
        /** It is one of the service's own, or of the brokers'. */
        OWN,
        /** The brokers take no topic of that name. */
        NAME,
        /** Another call is sending events to it. */
        TAKEN,
        /**
         * It has records that were not sent to it by this, or lacks events before those asked for.
         */
        NOT_FRESH
    }

    private final transient Reason reason;

    TopicRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
