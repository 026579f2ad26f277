package org.refocusrecord.app.faults;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.testkit.wire.DatabaseWire;
import org.refocusrecord.testkit.wire.HttpWire;
import org.refocusrecord.testkit.wire.Stop;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;

/** Holds a command at a step: on the wire, at a gate in the database, or before a lock. */
final class Trap implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String APPEND_LOCK = "refocus_log.append_lock()";
    private static final String TREE_LOCK = "refocus_seal.tree_lock()";

    private final Step step;
    private final @Nullable Stop stop;
    private final DatabaseWire wire;
    private final Connection holder;

    private Trap(Step step, @Nullable Stop stop, DatabaseWire wire, Connection holder) {
        this.step = step;
        this.stop = stop;
        this.wire = wire;
        this.holder = holder;
    }

    /**
     * Sets one.
     *
     * @param beforeTheAnswer what is done before the database's answer reaches the node, where it
     *     is held after that
     */
    static Trap set(
            Step step,
            Lane.Session session,
            DatabaseWire wire,
            HttpWire http,
            Connection holder,
            Runnable beforeTheAnswer)
            throws SQLException {
        UUID command = UUID.fromString(session.id());
        Stop stop =
                switch (step) {
                    case REQUEST_HALF_SENT -> http.stopAt(HttpWire.Place.REQUEST_NOT_WHOLE);
                    case APPEND_NOT_SENT -> wire.stopAt(DatabaseWire.Place.NOTHING_SENT, command);
                    case APPEND_HALF_SENT -> wire.stopAt(DatabaseWire.Place.HALF_SENT, command);
                    case EVENTS_HALF_SENT ->
                            wire.stopAt(DatabaseWire.Place.EVENTS_HALF_SENT, command);
                    case COMMIT_NOT_SENT -> wire.stopAt(DatabaseWire.Place.END_NOT_SENT, command);
                    case COMMITTED -> wire.stopAt(DatabaseWire.Place.COMMITTED, command);
                    case HALF_ANSWERED -> wire.stopAt(DatabaseWire.Place.HALF_ANSWERED, command);
                    case ANSWERED_TO_THE_NODE ->
                            wire.stopAt(DatabaseWire.Place.ANSWERED, command, beforeTheAnswer);
                    case ANSWERED_ON_THE_WAY_TO_THE_CALLER -> http.stopAt(HttpWire.Place.ANSWERED);
                    case AWAITING_THE_LOCK -> locked(holder, APPEND_LOCK);
                    case ACKNOWLEDGED -> locked(holder, TREE_LOCK);
                    case UNDER_THE_LOCK,
                            KEYS_WRITTEN,
                            EVENTS_HALF_WRITTEN,
                            EVENTS_WRITTEN,
                            COMMITTING,
                            TREE_GROWING,
                            CHECKPOINT_BEING_SIGNED -> {
                        Gates.shut(holder, step, session);
                        yield null;
                    }
                };
        return new Trap(step, stop, wire, holder);
    }

    private static @Nullable Stop locked(Connection holder, String lock) throws SQLException {
        Sql.run(holder, "select pg_advisory_lock(" + lock + ")");
        return null;
    }

    /** Waits until the command stands there; answers with the process that works for it, if any. */
    OptionalLong sprung() throws SQLException, InterruptedException {
        if (stop != null) {
            if (!stop.isReached(PATIENCE)) {
                throw new AssertionError("nothing has come to " + step);
            }
            return stop.backend() == 0 ? OptionalLong.empty() : OptionalLong.of(stop.backend());
        }
        if (step == Step.ACKNOWLEDGED) {
            return OptionalLong.empty();
        }
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            OptionalLong waiting =
                    step == Step.AWAITING_THE_LOCK
                            ? Gates.waiting(holder, APPEND_LOCK, wire::leadsTo)
                            : Gates.waiting(holder);
            if (waiting.isPresent()) {
                return waiting;
            }
            Thread.sleep(2);
        }
        throw new AssertionError("nothing has come to " + step);
    }

    /** Takes it away: what was on a wire is lost, what works in the database goes on. */
    @Override
    public void close() {
        if (stop != null) {
            stop.cut();
        }
        try {
            Gates.open(holder);
        } catch (SQLException struckToo) {
            // With the session its locks went; the next trap is set by another.
        }
    }
}
