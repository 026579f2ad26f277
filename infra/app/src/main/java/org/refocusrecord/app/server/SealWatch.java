package org.refocusrecord.app.server;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.EventLog;
import org.refocusrecord.eventlog.seal.Sealed;
import org.refocusrecord.eventlog.seal.Sealer;
import org.refocusrecord.eventlog.seal.SignedCheckpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** How far the seal is behind the log, and whether that is further than it may be. */
final class SealWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SealWatch.class);

    private final EventLog log;
    private final Sealed sealed;
    private final Sealer sealer;
    private final Duration patience;
    private final Clock clock;
    private final Vigil vigil =
            new Vigil(
                    "seal-watch",
                    this::trouble,
                    LOG,
                    "The seal is not well: {}. See docs/watching.md.",
                    "The seal is well again.");
    private final Instant begun;

    /** With {@code patience} for an event that no checkpoint covers yet. */
    SealWatch(EventLog log, Sealed sealed, Sealer sealer, Duration patience, Clock clock) {
        this.log = log;
        this.sealed = sealed;
        this.sealer = sealer;
        this.patience = patience;
        this.clock = clock;
        this.begun = clock.instant();
    }

    /** Begins to look. */
    void start() {
        vigil.start();
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
        return vigil.isWell();
    }

    private @Nullable String trouble() {
        if (fault() != null) {
            return "it does not move, and has said why";
        }
        long next = sealedTo() + 1;
        OptionalLong there = log.store().positionAfter(next - 1);
        if (there.isEmpty()) {
            return null;
        }
        if (there.getAsLong() > next) {
            return "the log has no event at position %d, which is to be signed next"
                    .formatted(next);
        }
        Instant recorded = log.store().page(next - 1, 1).getFirst().recordedAt();
        // What was recorded before this server began waits for as long as it has had time for it.
        Instant since = recorded.isAfter(begun) ? recorded : begun;
        return Duration.between(since, clock.instant()).compareTo(patience) <= 0
                ? null
                : "no checkpoint covers position %d, recorded at %s".formatted(next, recorded);
    }

    @Override
    public void close() {
        vigil.close();
    }
}
