package org.refocusrecord.app.data;

import org.jspecify.annotations.Nullable;

/**
 * Why something cannot be done, in words for whoever stands at the command line: what is the case,
 * and what to do about it.
 */
public final class Hindrance extends RuntimeException {

    /** What is the case, and what to do about it. */
    public Hindrance(String message) {
        super(message);
    }

    /** The same, where something else lies beneath it. */
    public Hindrance(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
