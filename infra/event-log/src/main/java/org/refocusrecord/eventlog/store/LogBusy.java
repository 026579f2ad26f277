package org.refocusrecord.eventlog.store;

/** More appends wait than this node lets wait. Nothing was done; ask again in a moment. */
public final class LogBusy extends RuntimeException {

    LogBusy(int waiting) {
        super(waiting + " appends wait already");
    }
}
