package org.refocusrecord.eventlog.store;

/**
 * More wants to be recorded at once than this node lets wait. Nothing was done; ask again in a
 * moment.
 */
public final class LogBusy extends RuntimeException {

    LogBusy(int waiting) {
        this(waiting + " appends wait already");
    }

    /** For this reason. */
    public LogBusy(String why) {
        super(why);
    }
}
