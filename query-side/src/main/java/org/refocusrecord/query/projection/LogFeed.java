package org.refocusrecord.query.projection;

import org.refocusrecord.eventlog.Arrivals;
import org.refocusrecord.eventlog.EventLog;
import org.refocusrecord.eventlog.Logged;
import org.refocusrecord.eventlog.RecordedEvent;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/** The log itself as a feed. */
public final class LogFeed implements EventFeed {

    private final EventLog log;
    private final Arrivals arrivals;

    /** A feed of this log, woken by its arrivals. */
    public LogFeed(EventLog log, Arrivals arrivals) {
        this.log = log;
        this.arrivals = arrivals;
    }

    @Override
    public List<Logged> page(long afterPosition, int limit) {
        return log.page(afterPosition, limit);
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
    public OptionalLong knownAt(Instant moment) {
        return log.store().knownAt(moment);
    }

    @Override
    public void awaitBeyond(long position, Duration timeout) throws InterruptedException {
        arrivals.awaitBeyond(position, timeout);
    }
}
