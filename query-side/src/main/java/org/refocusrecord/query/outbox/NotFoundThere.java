package org.refocusrecord.query.outbox;

import java.io.Serial;

/** What an event says was said elsewhere is not there: somebody has damaged one of them. */
final class NotFoundThere extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    /** For this reason, in words that quote nobody. */
    NotFoundThere(String reason) {
        super(reason);
    }
}
