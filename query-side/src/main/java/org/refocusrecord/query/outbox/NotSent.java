package org.refocusrecord.query.outbox;

import java.io.Serial;

/** An event, and so all behind it, could not be sent; asking again may help. */
final class NotSent extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    /** For this reason, in words that quote nobody. */
    NotSent(String reason, Throwable cause) {
        super(reason, cause);
    }

    NotSent(String reason) {
        super(reason);
    }
}
