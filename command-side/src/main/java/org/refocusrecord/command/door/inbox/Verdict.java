package org.refocusrecord.command.door.inbox;

import org.refocusrecord.web.problem.Problem;

/** What a try to record a session came to. */
sealed interface Verdict {

    /** It is recorded, now or before. */
    record Recorded(boolean before, Object receipt) implements Verdict {}

    /** It was recorded before, and its words were forgotten since. */
    record Forgotten(Problem problem) implements Verdict {}

    /** A rule is against it, or it is out of scope. */
    record Refused(Problem problem) implements Verdict {}

    /** It cannot be read as a session, or this program fails at it. */
    record Unreadable(Problem problem) implements Verdict {}

    /** Something that it names may come yet. */
    record TooEarly(Problem problem) implements Verdict {}

    /** Its case cannot be read by this node as it now runs; by another, or later, it may be. */
    record HeldUp(Problem problem) implements Verdict {}

    /** The record cannot be reached or is busy: nobody knows, and asking again tells. */
    record Away(Problem problem) implements Verdict {}
}
