package org.refocusrecord.eventlog.keys;

/**
 * The master key is missing, open to others or not what was once written; the message says what to
 * do.
 */
public final class MasterKeyUnusable extends RuntimeException {

    MasterKeyUnusable(String message) {
        super(message);
    }

    MasterKeyUnusable(String message, Throwable cause) {
        super(message, cause);
    }
}
