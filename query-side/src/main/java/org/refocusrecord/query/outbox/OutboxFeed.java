package org.refocusrecord.query.outbox;

import org.refocusrecord.eventlog.Arrivals;
import org.refocusrecord.eventlog.LogPages;
import org.refocusrecord.eventlog.LogReads;
import org.refocusrecord.eventlog.store.EventRow;

import java.time.Duration;
import java.util.List;

/** The log as it is sent: rows in order of position, and a way to wait for more. */
interface OutboxFeed {

    /** Events after a position up to another, page by page. */
    Rows rows(long after, long to, int limit);

    /** Page by page. */
    interface Rows extends AutoCloseable {

        /** The next page; empty at the end, where asking again may find what came since. */
        List<EventRow> next() throws InterruptedException;

        @Override
        void close();
    }

    /** Waits until the log reaches beyond a position, or until the time is over. */
    void awaitBeyond(long position, Duration most) throws InterruptedException;

    /** The log itself, woken by its arrivals. */
    static OutboxFeed of(LogReads log, Arrivals arrivals) {
        return new OutboxFeed() {
            @Override
            public Rows rows(long after, long to, int limit) {
                LogPages<?, EventRow> pages = log.rows(after, to, limit);
                return new Rows() {
                    @Override
                    public List<EventRow> next() throws InterruptedException {
                        return pages.next();
                    }

                    @Override
                    public void close() {
                        pages.close();
                    }
                };
            }

            @Override
            public void awaitBeyond(long position, Duration most) throws InterruptedException {
                arrivals.awaitBeyond(position, most);
            }
        };
    }
}
