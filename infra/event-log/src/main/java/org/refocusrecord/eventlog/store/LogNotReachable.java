package org.refocusrecord.eventlog.store;

/**
 * The database did not answer, or has no room for anything. Where {@link #mayHaveBeenRecorded()}
 * says so, an append was under way and may yet commit: ask for the command with {@link
 * LogStore#commandUnderLock}.
 */
public final class LogNotReachable extends RuntimeException {
    private final boolean mayHaveBeenRecorded;

    private LogNotReachable() {
        super("The append broke off", null, false, false);
        this.mayHaveBeenRecorded = true;
    }

    /**
     * For when whoever writes for others breaks off, as for lack of memory. To be made before that,
     * since there may be none then; it is the same however often it happens.
     */
    static LogNotReachable brokenOff() {
        return new LogNotReachable();
    }

    LogNotReachable(boolean mayHaveBeenRecorded, Throwable cause) {
        super("The log's database cannot be reached", cause);
        this.mayHaveBeenRecorded = mayHaveBeenRecorded;
    }

    /** False when nothing had been sent yet. */
    public boolean mayHaveBeenRecorded() {
        return mayHaveBeenRecorded;
    }
}
