package org.refocusrecord.query.projection;

import org.refocusrecord.eventlog.Arrivals;
import org.refocusrecord.eventlog.LogPages;
import org.refocusrecord.eventlog.LogReads;
import org.refocusrecord.eventlog.LogStreams;
import org.refocusrecord.eventlog.Logged;
import org.refocusrecord.eventlog.RecordedEvent;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** The log itself as a feed. */
public final class LogFeed implements EventFeed {

    private final LogReads log;
    private final Arrivals arrivals;

    /** A feed of this log, woken by its arrivals. */
    public LogFeed(LogReads log, Arrivals arrivals) {
        this.log = log;
        this.arrivals = arrivals;
    }

    @Override
    public Pages pages(long afterPosition, int limit) {
        LogPages<?, Logged> pages = log.pages(afterPosition, limit);
        return paged(pages::next, pages::close);
    }

    @Override
    public Pages streams(String afterStream, long toPosition, int limit) {
        LogStreams streams = log.wholeStreams(afterStream, toPosition, limit);
        return paged(streams::next, streams::close);
    }

    @FunctionalInterface
    private interface Fetching {
        List<Logged> next() throws InterruptedException;
    }

    private static Pages paged(Fetching fetching, Runnable close) {
        return new Pages() {
            @Override
            public List<Logged> next() {
                try {
                    return fetching.next();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("stopped", stopped);
                }
            }

            @Override
            public void close() {
                close.run();
            }
        };
    }

    @Override
    public List<RecordedEvent> stream(String stream) {
        return log.stream(stream);
    }

    @Override
    public List<Logged> logged(String stream) {
        return log.logged(stream);
    }

    @Override
    public Head head() {
        var head = log.head();
        return new Head(head.position(), head.recordedAt());
    }

    @Override
    public Set<Long> missing(Collection<Long> positions) {
        return log.missing(positions);
    }

    @Override
    public OptionalLong knownAt(Instant moment) {
        return log.knownAt(moment);
    }

    @Override
    public void awaitBeyond(long position, Duration timeout) throws InterruptedException {
        arrivals.awaitBeyond(position, timeout);
    }
}
