package org.refocusrecord.eventlog.json;

/**
 * Bytes are not as {@link CanonicalWriter} writes them, or hold what {@link CanonicalReader} leaves
 * to others. It says nothing of what is wrong: whoever meets it reads again, strictly.
 */
final class NotAsWritten extends RuntimeException {

    /** Without a trace: nobody sees it. */
    NotAsWritten() {
        super(null, null, false, false);
    }
}
