package org.refocusrecord.eventlog;

/** What the guard against repeats says of a command. */
public sealed interface Repeat {

    /** The log has no such command. */
    record No() implements Repeat {}

    /** The same command with the same content. */
    record Same(Receipt receipt) implements Repeat {}

    /** The same id with other content. */
    record Other(Receipt receipt) implements Repeat {}

    /** The words were erased, so that nobody can tell. */
    record CannotTell(Receipt receipt) implements Repeat {}
}
