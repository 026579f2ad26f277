package org.refocusrecord.eventlog.keys;

/**
 * What was sealed does not open: another key, another place, or a byte that is not as it was
 * written. Which of these cannot be told, and nothing of the content is shown.
 */
public final class SealBroken extends RuntimeException {

    public SealBroken(String what) {
        super(what);
    }

    public SealBroken(String what, Throwable cause) {
        super(what, cause);
    }
}
