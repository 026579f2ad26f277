package org.refocusrecord.eventlog.seal;

/** What was asked for is not sealed yet; asking again tells. */
public final class SealBehind extends RuntimeException {

    SealBehind() {
        super("The seal has not come so far yet");
    }
}
