package org.refocusrecord.query.evidence;

/** A file is no evidence, or not in its form, so that nothing can be said of it. */
public final class UnreadableEvidence extends RuntimeException {

    UnreadableEvidence(String message) {
        super(message);
    }
}
