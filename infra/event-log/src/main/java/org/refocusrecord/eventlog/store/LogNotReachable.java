package org.refocusrecord.eventlog.store;

/**
 * The database did not answer, or has no room for anything. Where {@link #mayHaveBeenRecorded()}
 * says so, an append was under way and may yet commit: ask for the command with {@link
 * LogStore#commandUnderLock}.
 */
public final class LogNotReachable extends RuntimeException {
    private final boolean mayHaveBeenRecorded;

    LogNotReachable(boolean mayHaveBeenRecorded, Throwable cause) {
        super("The log's database cannot be reached", cause);
        this.mayHaveBeenRecorded = mayHaveBeenRecorded;
    }

    /** False when nothing had been sent yet. */
    public boolean mayHaveBeenRecorded() {
        return mayHaveBeenRecorded;
    }
}
