package org.refocusrecord.query.walk;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.problem.ProblemException;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Lets those who go through many cases take turns at opening and folding them. A caller's thread is
 * virtual and keeps a processor for as long as it folds, so as many walks as there are processors
 * would leave none to whoever records, or reads one record. Half of them are for walks, and one at
 * least. A page goes before what goes through a whole service, unless it needs many turns itself;
 * but every few turns a long walk goes, so that pages keep nobody waiting for ever.
 */
public final class WalkTurns {

    /** A page that needs so many turns is no shorter than anything else. */
    private static final int TURNS_OF_A_PAGE = 8;

    /** While both wait, one of so many turns is for a long walk. */
    private static final int TURNS_TO_ONE_OF_A_LONG_WALK = 4;

    private final int mostWalks;
    private final Queue<Semaphore> pages = new ArrayDeque<>();
    private final Queue<Semaphore> longWalks = new ArrayDeque<>();
    private int free;
    private int wholeUnderWay;
    private int pagesUnderWay;
    private int whileBothWait;

    /**
     * For this machine.
     *
     * @param mostWalks how many walks through all there is may be under way at once, and as many
     *     pages: whoever is sent a whole service slowly keeps nobody from a page
     */
    public WalkTurns(int mostWalks) {
        this(mostWalks, Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    }

    /** So many at once have their turn. */
    WalkTurns(int mostWalks, int atOnce) {
        this.mostWalks = mostWalks;
        this.free = atOnce;
    }

    /**
     * Begins a walk that ends as soon as a page is full.
     *
     * @throws ProblemException {@code log.busy} where as many of them are under way as may be
     */
    public synchronized Walk beginPage() {
        pagesUnderWay = oneMoreThan(pagesUnderWay);
        return new Walk(true);
    }

    /**
     * Begins a walk through all that there is.
     *
     * @throws ProblemException {@code log.busy} where as many of them are under way as may be
     */
    public synchronized Walk beginWhole() {
        wholeUnderWay = oneMoreThan(wholeUnderWay);
        return new Walk(false);
    }

    private int oneMoreThan(int underWay) {
        if (underWay == mostWalks) {
            throw new ProblemException(ProblemCode.LOG_BUSY);
        }
        return underWay + 1;
    }

    /** Somebody on his way through many cases. One thread's alone; whoever began it closes it. */
    public final class Walk implements AutoCloseable {

        private final boolean page;
        private int turnsAsAPage;
        private boolean ended;

        private Walk(boolean page) {
            this.page = page;
            this.turnsAsAPage = page ? TURNS_OF_A_PAGE : 0;
        }

        /**
         * Does some of the work when it is this one's turn, and gives the turn back. Within a turn
         * none is asked for.
         */
        public <T> T inTurn(Supplier<T> work) {
            Semaphore mayGo = ask(turnsAsAPage == 0 ? longWalks : pages);
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
                end(page);
            }
        }
    }

    /** Null: at once. */
    private synchronized @Nullable Semaphore ask(Queue<Semaphore> queue) {
        if (free > 0) {
            free--;
            return null;
        }
        Semaphore mayGo = new Semaphore(0);
        queue.add(mayGo);
        return mayGo;
    }

    /** To whoever is next, so that nobody who comes by takes it. */
    private synchronized void giveBack() {
        Semaphore next = next();
        if (next == null) {
            free++;
        } else {
            next.release();
        }
    }

    private @Nullable Semaphore next() {
        if (pages.isEmpty() || longWalks.isEmpty()) {
            return pages.isEmpty() ? longWalks.poll() : pages.poll();
        }
        whileBothWait = (whileBothWait + 1) % TURNS_TO_ONE_OF_A_LONG_WALK;
        return whileBothWait == 0 ? longWalks.poll() : pages.poll();
    }

    /** How many wait for their turn. */
    public synchronized int waiting() {
        return pages.size() + longWalks.size();
    }

    /** How many that go through all there is are under way: in a turn, before one, or sending. */
    public synchronized int wholeUnderWay() {
        return wholeUnderWay;
    }

    /** How many pages are under way, in a turn or before one. */
    public synchronized int pagesUnderWay() {
        return pagesUnderWay;
    }

    private synchronized void end(boolean page) {
        if (page) {
            pagesUnderWay--;
        } else {
            wholeUnderWay--;
        }
    }
}
