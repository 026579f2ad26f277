package org.refocusrecord.eventlog.seal;

/** Something is no note, checkpoint or key in the form that it must have; the message says what. */
public final class NotANote extends RuntimeException {

    NotANote(String message) {
        super(message);
    }
}
