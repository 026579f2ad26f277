package org.refocusrecord.query.door;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.problem.ProblemException;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Lets those who go through many cases take turns at opening and folding them. A caller's thread is
 * virtual and keeps a processor for as long as it folds, so as many walks as there are processors
 * would leave none to whoever records, or reads one record. Half of them are for walks, and one at
 * least. A page goes before what goes through a whole service, unless it needs many turns itself;
 * others follow in the order in which they ask.
 */
final class WalkTurns {

    /** A page that needs so many turns is no shorter than anything else. */
    private static final int TURNS_OF_A_LONG_WALK = 8;

    private static final Comparator<Waiting> IN_ORDER =
            Comparator.comparing(Waiting::isLong).thenComparingLong(Waiting::number);

    private final int mostWalks;
    private final PriorityQueue<Waiting> waiting = new PriorityQueue<>(IN_ORDER);
    private int free;
    private int walks;
    private long number;

    /**
     * For this machine.
     *
     * @param mostWalks how many walks may be under way at once
     */
    WalkTurns(int mostWalks) {
        this(mostWalks, Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    }

    /** So many at once have their turn. */
    WalkTurns(int mostWalks, int atOnce) {
        this.mostWalks = mostWalks;
        this.free = atOnce;
    }

    private record Waiting(boolean isLong, long number, Semaphore mayGo) {}

    /**
     * Begins a walk.
     *
     * @param page whether it ends as soon as a page is full
     * @throws ProblemException {@code log.busy} where as many are under way as may be
     */
    synchronized Walk begin(boolean page) {
        if (walks == mostWalks) {
            throw new ProblemException(ProblemCode.LOG_BUSY);
        }
        walks++;
        return new Walk(page);
    }

    /** Somebody on his way through many cases. One thread's alone. */
    final class Walk implements AutoCloseable {

        private int turnsAsAPage;
        private boolean ended;

        private Walk(boolean page) {
            this.turnsAsAPage = page ? TURNS_OF_A_LONG_WALK : 0;
        }

        /** Does some of the work when it is this one's turn, and gives the turn back. */
        <T> T inTurn(Supplier<T> work) {
            Semaphore mayGo = ask(turnsAsAPage == 0);
            turnsAsAPage = Math.max(0, turnsAsAPage - 1);
            if (mayGo != null) {
                mayGo.acquireUninterruptibly();
            }
            try {
                return work.get();
            } finally {
                giveBack();
            }
        }

        /** Makes room for another walk. */
        @Override
        public void close() {
            if (!ended) {
                ended = true;
                end();
            }
        }
    }

    /** Null: at once. */
    private synchronized @Nullable Semaphore ask(boolean isLong) {
        if (free > 0) {
            free--;
            return null;
        }
        Waiting next = new Waiting(isLong, number++, new Semaphore(0));
        waiting.add(next);
        return next.mayGo();
    }

    /** To whoever is next, so that nobody who comes by takes it. */
    private synchronized void giveBack() {
        Waiting next = waiting.poll();
        if (next == null) {
            free++;
        } else {
            next.mayGo().release();
        }
    }

    /** How many wait for their turn. */
    synchronized int waiting() {
        return waiting.size();
    }

    /** How many are under way, and have their turn, or wait for it, or send what was made. */
    synchronized int underWay() {
        return walks;
    }

    private synchronized void end() {
        walks--;
    }
}
