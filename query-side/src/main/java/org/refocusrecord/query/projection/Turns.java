package org.refocusrecord.query.projection;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.query.projection.Claims.Held;
import org.refocusrecord.query.projection.Moving.Moved;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import javax.sql.DataSource;

/**
 * What a node does turn by turn: first it makes its views ready, then it looks what its share is,
 * and moves that by a page. One thread takes them.
 */
final class Turns implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

    /** Where somebody reads for long, others are not kept from reading again and again. */
    private static final Duration A_WHILE = Duration.ofSeconds(2);

    /**
     * About a minute; somebody takes a copy of the views, or has forgotten to end what he began.
     */
    private static final int TRIES_THAT_PASS = 30;

    private final Transactions transactions;
    private final Folds folds;
    private final Positions positions;
    private final Preparing preparing;
    private final Moving moving;
    private final Claims claims;
    private final Stranded stranded;
    private final Rebuilding rebuilding;
    private final Gate gate;
    private @Nullable String shut;
    private int tries;
    private long knocked = System.nanoTime() - A_WHILE.toNanos();
    private Moved last = Moved.NOBODY;

    Turns(
            EventFeed feed,
            DataSource dataSource,
            DataSource claims,
            List<Projector> projectors,
            Positions positions,
            Segments segments,
            int pageSize) {
        this.transactions = new Transactions(dataSource);
        this.folds = new Folds(projectors);
        this.positions = positions;
        this.moving = new Moving(feed, folds, Side.LIVE, pageSize);
        this.preparing =
                new Preparing(
                        transactions,
                        new Registering(folds),
                        new Cutting(folds, segments, new Moving(feed, folds, Side.LIVE, pageSize)));
        this.claims = new Claims(claims, folds);
        this.stranded = new Stranded(folds);
        this.rebuilding = new Rebuilding(feed, transactions, folds, pageSize);
        this.gate = new Gate(feed, folds, pageSize);
    }

    /** Takes a turn; whether there is more to do at once. */
    boolean take() {
        if (!preparing.isDone()) {
            // Whoever begins to lead is here already, so that nobody takes its views for left.
            claims.come();
            prepare();
            return true;
        }
        move();
        return last.more();
    }

    /** Goes on to make the views ready to be moved; whether they are. */
    boolean prepare() {
        preparing.goOn();
        positions.moved();
        return preparing.isDone();
    }

    /** Whether the views are ready to be moved. */
    boolean areReady() {
        return preparing.isDone();
    }

    /** Handles a page; false if there was none. */
    boolean move() {
        Held held = claims.held();
        stranded.look(claims.isNobodyElseHere());
        if (held != null && !held.rebuilding()) {
            // While views are rebuilt whoever does so tells how that goes on.
            stranded.say(claims.strange());
        }
        rebuilding.holds(held);
        openGates();
        last =
                held == null
                        ? Moved.NOBODY
                        : transactions.write(connection -> move(connection, held));
        if (last.any()) {
            positions.moved();
        }
        return last.any();
    }

    /** What is live does not wait for long, nor for whatever goes wrong here. */
    private void openGates() {
        if (System.nanoTime() - knocked < A_WHILE.toNanos()) {
            return;
        }
        for (String view = rebuilding.due(); view != null; view = rebuilding.due()) {
            String name = view;
            try {
                if (transactions.write(connection -> gate.open(connection, name))) {
                    positions.moved();
                }
                shut = null;
            } catch (RuntimeException failed) {
                // Tried again as long as it is due, and what is live goes on first.
                knocked = System.nanoTime();
                told(name, failed);
                return;
            }
        }
    }

    /** Once of each; that others read or write it passes, unless it lasts. */
    private void told(String view, RuntimeException failed) {
        boolean passes = failed instanceof ViewsNotReachable held && held.isHeldByAnother();
        String cause = passes ? "somebody has read or locked it" : Applying.cause(failed);
        tries = (view + cause).equals(shut) ? tries + 1 : 0;
        if (tries == (passes ? TRIES_THAT_PASS : 0)) {
            LOG.error(
                    "the rebuilt view {} cannot go live yet: {}{}",
                    view,
                    cause,
                    passes ? " for a minute" : "");
        }
        shut = view + cause;
    }

    private Moved move(Connection connection, Held held) throws SQLException {
        List<ProjectionState> claimed =
                ProjectionTable.claimedLocked(connection, Side.LIVE, held.claim());
        if (claimed.isEmpty()) {
            claims.doubt();
        }
        // While a newer program is being brought in, the older one leaves its views alone.
        return moving.on(
                connection,
                claimed.stream().filter(state -> !state.paused() && folds.made(state)).toList(),
                held.segments());
    }

    /** The position beyond which there is something to do. */
    long position() {
        return last.position();
    }

    /** How long there is nothing to look for. */
    Duration rest() {
        return claims.rest();
    }

    /** Whether nobody who runs moves a view, since its rows are of a version that nobody brings. */
    boolean haveStranded(ProjectionState view) {
        return stranded.is(view);
    }

    /** What fills the next sides of views, on a thread of its own. */
    Rebuilding rebuilding() {
        return rebuilding;
    }

    /** Leaves what it holds to others. */
    void leave() {
        rebuilding.holds(null);
        claims.close();
    }

    @Override
    public void close() {
        leave();
        moving.close();
        rebuilding.close();
        gate.close();
        preparing.close();
    }
}
