package org.refocusrecord.query.projection;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;

import javax.sql.DataSource;

/**
 * Which segments this node moves. All nodes share them evenly: each counts how many there are,
 * gives up what it has too much and takes what is free. Nobody tells the others; each looks now and
 * then, and what a node held that died is free.
 */
final class Claims implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Claims.class);

    /** Whoever brings other folds may be starting anew, or cut off for a moment. */
    private static final Duration ALONE = Duration.ofSeconds(2);

    private static final Duration NOW_AND_THEN = Duration.ofSeconds(1);

    /** Somebody else is about to give up what this node is to have. */
    private static final Duration SOON = Duration.ofMillis(100);

    private final DataSource dataSource;
    private final Folds folds;
    private final Generation generation;
    private final TreeSet<Integer> held = new TreeSet<>();
    private @Nullable ClaimSession session;
    private @Nullable Cut cut;
    private boolean isLed;
    private boolean isRebuilding;
    private List<String> strange = List.of();
    private int share;
    private long accompanied = System.nanoTime();
    private long due = System.nanoTime();

    /** Claims are held on a connection of their own, which no pool must lend twice. */
    Claims(DataSource dataSource, Folds folds) {
        this.dataSource = dataSource;
        this.folds = folds;
        this.generation = Generation.of(folds.all());
    }

    /**
     * What this node may move.
     *
     * @param claim what its rows are marked with
     * @param segments how the views are cut
     * @param rebuilding whether a view is being rebuilt, by whomever
     */
    record Held(long claim, Segments segments, boolean rebuilding) {}

    /** What is held now; null if nothing. */
    @Nullable Held held() {
        if (System.nanoTime() - due >= 0) {
            look(true);
        }
        ClaimSession open = session;
        Cut as = cut;
        return open == null || as == null || held.isEmpty()
                ? null
                : new Held(open.number(), as.segments(), isRebuilding);
    }

    /** Counts as one of the nodes from now on, though it moves nothing yet. */
    void come() {
        look(false);
    }

    /** Whether no node with other folds runs, and none has for a while. */
    boolean isNobodyElseHere() {
        return System.nanoTime() - accompanied >= ALONE.toNanos();
    }

    /** The live views that other folds made: name and version of each. */
    List<String> strange() {
        return strange;
    }

    /** What was held may have gone to somebody else. */
    void doubt() {
        due = System.nanoTime();
    }

    /** How long nobody need look. */
    Duration rest() {
        return held.size() < share ? SOON : NOW_AND_THEN;
    }

    private void look(boolean taking) {
        try {
            ClaimSession open = session;
            if (open == null) {
                open = ClaimSession.open(dataSource, folds);
                session = open;
            }
            Standing standing = open.standing();
            if (!taking || standing.others() > 0) {
                accompanied = System.nanoTime();
            }
            isRebuilding = standing.rebuilding();
            strange = standing.strange();
            if (taking) {
                look(open, standing);
                due = System.nanoTime() + rest().toNanos();
            }
        } catch (SQLException lost) {
            close();
            throw new ViewsNotReachable(lost);
        }
    }

    private void look(ClaimSession open, Standing standing) throws SQLException {
        TreeSet<Integer> before = new TreeSet<>(held);
        boolean isLedNow = standing.isLedByOthers(generation);
        boolean shareAnew = !standing.cut().equals(cut) || isLedNow != isLed;
        share = standing.share();
        if (giveUpTo(open, shareAnew ? 0 : share)) {
            cut = standing.cut();
            isLed = isLedNow;
            if (standing.unclaimed() && !held.isEmpty()) {
                open.takeUnclaimed(held, standing);
            }
            take(open, standing);
        }
        if (!held.equals(before) && standing.cut().segments().number() > 1) {
            LOG.info(
                    "this node moves segments {} of the views now, of {}",
                    held,
                    standing.cut().segments().number());
        }
    }

    private boolean giveUpTo(ClaimSession open, int most) throws SQLException {
        while (held.size() > most) {
            if (!open.giveUp(held.last())) {
                return false;
            }
            held.pollLast();
        }
        return true;
    }

    private void take(ClaimSession open, Standing standing) throws SQLException {
        for (int segment = 0; segment < standing.cut().segments().number(); segment++) {
            if (held.size() < share && !held.contains(segment) && open.take(segment, standing)) {
                held.add(segment);
            }
        }
    }

    /** Gives up everything. */
    @Override
    public void close() {
        ClaimSession open = session;
        session = null;
        cut = null;
        held.clear();
        if (open != null) {
            try {
                open.close();
            } catch (SQLException lost) {
                // With the session all that it held is gone.
                LOG.debug("claims were lost", lost);
            }
        }
    }
}
