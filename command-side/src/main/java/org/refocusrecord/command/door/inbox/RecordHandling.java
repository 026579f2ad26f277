package org.refocusrecord.command.door.inbox;

/**
 * What becomes of records. What is returned is left to do when the next of the same key has its
 * turn.
 */
interface RecordHandling {

    /** One that was read just now. */
    Runnable arrived(SentRecord sent);

    /** One at which the program failed too often: it is kept, and stands in nobody's way. */
    Runnable givenUp(SentRecord sent);
}
