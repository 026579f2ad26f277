package org.refocusrecord.query.projection;

import org.refocusrecord.eventlog.Logged;
import org.refocusrecord.eventlog.RecordedEvent;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** A log as it is; for feeds that differ in something from the log that they pass on. */
class PassedOn implements EventFeed {

    private final EventFeed log;

    PassedOn(EventFeed log) {
        this.log = log;
    }

    @Override
    public Pages pages(long afterPosition, int limit) {
        return log.pages(afterPosition, limit);
    }

    @Override
    public Pages streams(String afterStream, long toPosition, int limit) {
        return log.streams(afterStream, toPosition, limit);
    }

    @Override
    public List<RecordedEvent> stream(String stream) {
        return log.stream(stream);
    }

    @Override
    public List<? extends Logged> logged(String stream) {
        return log.logged(stream);
    }

    @Override
    public Head head() {
        return log.head();
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
        log.awaitBeyond(position, timeout);
    }
}
