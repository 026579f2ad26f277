package org.refocusrecord.query.access;

import java.io.Serial;

/** The access log takes nothing, and nobody reads a person's record unseen. */
public final class AccessLogFull extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    AccessLogFull() {
        super("the access log takes nothing");
    }
}
