package org.refocusrecord.eventlog;

import java.io.Serial;

/** The log did not record a command; nothing was done. No stack trace: it is no fault. */
public final class AppendRefused extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    private final Why why;

    /** Why nothing was recorded. */
    public enum Why {
        /** The command id is in the log already. */
        ALREADY_RECORDED,
        /** The stream has moved on: decide again. */
        VERSION_CONFLICT
    }

    AppendRefused(Why why) {
        super(why.name(), null, false, false);
        this.why = why;
    }

    /** Why nothing was recorded. */
    public Why why() {
        return why;
    }
}
