package org.refocusrecord.eventlog.seal;

/**
 * What is kept of the seal and what is in the log do not fit together: something was altered, cut
 * or put back from an older copy. Nothing is signed until somebody has looked.
 */
public final class SealBroken extends RuntimeException {

    SealBroken(String message) {
        super(message);
    }
}
