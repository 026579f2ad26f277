package org.refocusrecord.eventlog.axon;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.Arrivals;
import org.refocusrecord.eventlog.EventLog;

import java.time.Duration;
import java.time.Instant;

/**
 * The log as a source for Axon's streaming processors, for whoever brings one. A reader is woken
 * when the database says that something was committed, by whatever node; Axon's own naps end then.
 * Nothing of ours reads through it.
 */
public final class LogMessageSource implements StreamableMessageSource<TrackedEventMessage<?>> {

    private final LogEventStorageEngine engine;
    private final EventLog log;
    private final Arrivals arrivals;

    /** Over this log, woken by these arrivals. */
    public LogMessageSource(EventLog log, Arrivals arrivals) {
        this.engine = new LogEventStorageEngine(log);
        this.log = log;
        this.arrivals = arrivals;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(
            @Nullable TrackingToken trackingToken) {
        return new LogMessageStream(log, arrivals, trackingToken);
    }

    @Override
    public TrackingToken createTailToken() {
        return engine.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return engine.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return engine.createTokenAt(dateTime);
    }

    @Override
    public TrackingToken createTokenSince(Duration duration) {
        return createTokenAt(Instant.now().minus(duration));
    }
}
