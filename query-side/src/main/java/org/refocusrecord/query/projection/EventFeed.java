package org.refocusrecord.query.projection;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.Logged;
import org.refocusrecord.eventlog.RecordedEvent;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** The log as views see it: pages in order of position, whole streams, and a way to wait. */
public interface EventFeed {

    /**
     * The end of the log.
     *
     * @param position the newest event's position; 0 in an empty log
     * @param recordedAt when that was recorded; null in an empty log
     */
    record Head(long position, @Nullable Instant recordedAt) {}

    /**
     * Events after a position (0: from the beginning), in order, those too that the present code
     * cannot read.
     */
    Pages pages(long afterPosition, int limit);

    /**
     * Whole streams in the order of their ids, those behind one (empty: from the first), each as
     * far as the log goes up to a position; of about so many events a page, those too that the
     * present code cannot read. What is missing from a stream is not looked for.
     */
    Pages streams(String afterStream, long toPosition, int limit);

    /** The log, page by page. */
    interface Pages extends AutoCloseable {

        /** The next page; empty at the end, where asking again may find what came since. */
        List<? extends Logged> next();

        @Override
        void close();
    }

    /**
     * All events of a stream, in order; empty where there is none. Throws where the present code
     * cannot read one of them.
     */
    List<RecordedEvent> stream(String stream);

    /** The same, with those that the present code cannot read. */
    List<? extends Logged> logged(String stream);

    /** The end of the log. */
    Head head();

    /** At which of these positions there is no event, though there are others behind it. */
    Set<Long> missing(Collection<Long> positions);

    /**
     * The last position known at a moment, for good; empty for a moment that the log's clock has
     * not passed.
     */
    OptionalLong knownAt(Instant moment);

    /** Waits until the log reaches beyond a position, or until the time is over. */
    void awaitBeyond(long position, Duration timeout) throws InterruptedException;
}
