package org.refocusrecord.eventlog.store;

/**
 * The database did not answer, or has no room for anything. Where {@link #mayHaveBeenRecorded()}
 * says so, an append was under way and may yet commit: ask for the command with {@link
 * LogStore#commandUnderLock}.
 */
public final class LogNotReachable extends RuntimeException {
    /**
     * Whoever wrote for others broke off, as for lack of memory. Made before it is needed, since
     * there may be none then.
     */
    static final LogNotReachable BROKEN_OFF = new LogNotReachable();

    private final boolean mayHaveBeenRecorded;

    private LogNotReachable() {
        super("The append broke off", null, false, false);
        this.mayHaveBeenRecorded = true;
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
