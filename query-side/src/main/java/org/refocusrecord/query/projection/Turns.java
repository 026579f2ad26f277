package org.refocusrecord.query.projection;

import org.refocusrecord.query.projection.Claims.Held;
import org.refocusrecord.query.projection.Moving.Moved;

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

    private final Transactions transactions;
    private final Folds folds;
    private final Positions positions;
    private final Preparing preparing;
    private final Moving moving;
    private final Claims claims;
    private final Stranded stranded;
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
        this.moving = new Moving(feed, folds, pageSize);
        this.preparing =
                new Preparing(
                        transactions,
                        new Registering(folds),
                        new Cutting(folds, segments, new Moving(feed, folds, pageSize)));
        this.claims = new Claims(claims, Generation.of(projectors));
        this.stranded = new Stranded(folds);
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
        stranded.look(claims.isNobodyElseLeading());
        last =
                held == null
                        ? Moved.NOBODY
                        : transactions.write(connection -> move(connection, held));
        if (last.any()) {
            positions.moved();
        }
        return last.any();
    }

    private Moved move(Connection connection, Held held) throws SQLException {
        List<ProjectionState> claimed = ProjectionTable.claimed(connection, held.claim());
        if (claimed.isEmpty()) {
            claims.doubt();
        }
        stranded.say(claimed);
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

    /** Leaves what it holds to others. */
    void leave() {
        claims.close();
    }

    @Override
    public void close() {
        leave();
        moving.close();
        preparing.close();
    }
}
