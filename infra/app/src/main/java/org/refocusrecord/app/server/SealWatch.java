package org.refocusrecord.app.server;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.EventLog;
import org.refocusrecord.eventlog.seal.Sealed;
import org.refocusrecord.eventlog.seal.Sealer;
import org.refocusrecord.eventlog.seal.SignedCheckpoint;
import org.refocusrecord.eventlog.store.StoredRow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How far the seal is behind the log, and whether that is further than it may be. */
final class SealWatch {

    private final EventLog log;
    private final Sealed sealed;
    private final Sealer sealer;
    private final Duration patience;
    private final Clock clock;

    /** With {@code patience} for an event that no checkpoint covers yet. */
    SealWatch(EventLog log, Sealed sealed, Sealer sealer, Duration patience, Clock clock) {
        this.log = log;
        this.sealed = sealed;
        this.sealer = sealer;
        this.patience = patience;
        this.clock = clock;
    }

    /** The position of the newest event. */
    long head() {
        return log.head().position();
    }

    /** Up to which position the newest checkpoint goes; 0 before the first. */
    long sealedTo() {
        return sealed.newest().map(SignedCheckpoint::size).orElse(0L);
    }

    /** How long ago the newest checkpoint was signed; not a number before the first. */
    double secondsSinceTheLast() {
        Optional<Instant> last = sealed.newest().map(SignedCheckpoint::signedAt);
        return last.map(at -> Duration.between(at, clock.instant()).toMillis() / 1_000.0)
                .orElse(Double.NaN);
    }

    /** Why the seal does not move; null while it does. */
    @Nullable String fault() {
        return sealer.fault();
    }

    /** Whether it neither complains nor leaves any event waiting for longer than it may. */
    boolean isWell() {
        if (fault() != null) {
            return false;
        }
        List<StoredRow> first = log.store().page(sealedTo(), 1);
        return first.isEmpty()
                || Duration.between(first.getFirst().recordedAt(), clock.instant())
                                .compareTo(patience)
                        <= 0;
    }
}
