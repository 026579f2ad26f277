package org.refocusrecord.eventlog.seal;

/**
 * The signing key is missing, open to others or not the one it was; the message says what to do.
 */
public final class SealKeyUnusable extends RuntimeException {

    SealKeyUnusable(String message) {
        super(message);
    }

    SealKeyUnusable(String message, Throwable cause) {
        super(message, cause);
    }
}
