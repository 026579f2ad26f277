package org.refocusrecord.eventlog.seal;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.Arrivals;
import org.refocusrecord.eventlog.EventLog;
import org.refocusrecord.eventlog.store.LogFault;
import org.refocusrecord.eventlog.store.LogTransactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

import javax.sql.DataSource;

/**
 * Follows the log with its seal: keeps the tree, signs checkpoints by time and by count and when
 * somebody asks, and has the log note the heads of all streams. Every node may run one; a lock in
 * the database lets one of them work at a time.
 */
public final class Sealer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);
    private static final Duration IDLE = Duration.ofSeconds(1);

    /** So that a busy log is taken up by the page, and not event by event. */
    private static final Duration GATHERING = Duration.ofMillis(100);

    private static final Duration ELSEWHERE = Duration.ofMillis(20);
    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(1);
    private static final Duration STOP = Duration.ofSeconds(30);

    private final TreeKeeper tree;
    private final HeadsKeeper heads;
    private final Sealed sealed;
    private final SealSettings settings;
    private final VerifierKey verifier;
    private final Arrivals arrivals;
    private final ReentrantLock asking = new ReentrantLock();
    private final Thread thread;
    private volatile boolean closed;
    private volatile @Nullable String fault;
    private long unsignedSince = System.nanoTime();
    private volatile long notedLast = System.nanoTime();

    /**
     * A sealer of this log; {@link #start()} sets it going.
     *
     * @param appender connections that may append
     * @param reader connections that may read, for whoever asks for what may be sealed already
     */
    public Sealer(
            EventLog log,
            DataSource appender,
            DataSource reader,
            Arrivals arrivals,
            SignerKey key,
            SealSettings settings) {
        LogTransactions transactions = new LogTransactions(appender);
        this.tree = new TreeKeeper(transactions, key, settings.newKey(), TreeKeeper.PAGE);
        LogTransactions looks = new LogTransactions(reader);
        this.heads = new HeadsKeeper(log, transactions, looks, HeadsKeeper.PAGE);
        this.sealed = new Sealed(reader);
        this.settings = settings;
        this.verifier = key.verifier();
        this.arrivals = arrivals;
        this.thread = Thread.ofPlatform().name("seal").daemon().unstarted(this::follow);
    }

    /** Begins to follow, from where the seal last was. */
    public void start() {
        thread.start();
    }

    /** The key that signs, as everybody may have it. */
    public VerifierKey publicKey() {
        return verifier;
    }

    /**
     * The newest checkpoint that covers a position; signs one where there is none.
     *
     * @throws SealBehind where that takes longer than one may wait
     */
    public SignedCheckpoint through(long position) {
        return asked(() -> covers(position), _ -> growAndSign());
    }

    /**
     * The newest checkpoint that covers a note of the heads of all streams as they stood at a
     * position or later.
     *
     * @throws SealBehind where that takes longer than one may wait; it has come nearer then
     */
    public SignedCheckpoint withHeadsThrough(long position) {
        return asked(
                () -> heads.isThrough(position) && isNotedAndCovered(),
                until -> {
                    if (!heads.isThrough(position) || heads.state().notedAt() == null) {
                        note(until);
                    }
                    growAndSign();
                });
    }

    private boolean isNotedAndCovered() {
        Long notedAt = heads.state().notedAt();
        return notedAt != null && covers(notedAt);
    }

    private boolean covers(long position) {
        return found().filter(newest -> newest.size() >= position).isPresent();
    }

    /** The newest checkpoint, for whoever asks. */
    private Optional<SignedCheckpoint> found() {
        return sealed.newest().filter(this::isOurs);
    }

    /** Another's was before the key was changed. */
    private boolean isOurs(SignedCheckpoint checkpoint) {
        return checkpoint.verifier().equals(verifier.toString());
    }

    /**
     * Those who ask at once are served together: who comes later finds it done. Nobody waits longer
     * than one may, but for the page that is under way.
     */
    private SignedCheckpoint asked(BooleanSupplier isDone, LongConsumer work) {
        long until = System.nanoTime() + settings.longestWait().toNanos();
        for (int attempt = 0; !isDone.getAsBoolean(); attempt++) {
            if (attempt > 0) {
                // Another node is at it, or there is more than a page.
                if (System.nanoTime() - until > 0) {
                    throw new SealBehind();
                }
                LockSupport.parkNanos(ELSEWHERE.toNanos());
            }
            takeTurn(until);
            try {
                if (!isDone.getAsBoolean()) {
                    work.accept(until);
                }
            } finally {
                asking.unlock();
            }
        }
        return found().orElseThrow(SealBehind::new);
    }

    private void takeTurn(long until) {
        try {
            if (!asking.tryLock(until - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                throw new SealBehind();
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new SealBehind();
        }
    }

    /** Where there is more to note than until then, it is due at once again. */
    private void note(long until) {
        if (heads.note(until)) {
            notedLast = System.nanoTime();
        }
    }

    /** A page is signed as it comes: who asks while much is to be done need not wait for all. */
    private void growAndSign() {
        if (tree.grow() != TreeKeeper.Step.ELSEWHERE) {
            tree.sign();
        }
    }

    private void growAll() {
        TreeKeeper.Step step = tree.grow();
        while (step == TreeKeeper.Step.MOVED && !closed) {
            step = tree.grow();
        }
    }

    private void follow() {
        while (!closed) {
            try {
                step();
                fault = null;
                Thread.sleep(GATHERING);
                arrivals.awaitBeyond(tree.size(), IDLE);
            } catch (InterruptedException stopped) {
                return;
            } catch (SealBroken | LogFault refused) {
                told(refused.getMessage());
            } catch (RuntimeException failed) {
                told(failed.getClass().getName());
            }
        }
    }

    /** Nothing was lost: it goes on from where it was. A broken seal stays broken, and says so. */
    private void told(@Nullable String what) {
        if (!String.valueOf(what).equals(fault)) {
            LOG.error("the seal does not move: {}", what);
        }
        fault = String.valueOf(what);
        LockSupport.parkNanos(AFTER_A_FAULT.toNanos());
    }

    private void step() {
        long now = System.nanoTime();
        growAll();
        Optional<SignedCheckpoint> newest = tree.newest().filter(this::isOurs);
        long unsigned = tree.size() - newest.map(SignedCheckpoint::size).orElse(-1L);
        if (unsigned <= 0) {
            unsignedSince = now;
        } else if (newest.isEmpty()
                || unsigned >= settings.checkpointEvents()
                || now - unsignedSince >= settings.checkpointEvery().toNanos()) {
            tree.sign();
            unsignedSince = now;
        }
        if (now - notedLast >= settings.headsEvery().toNanos()) {
            // Who asks meanwhile finds another at it, and need not wait longer than for his own.
            note(now + settings.longestWait().toNanos());
        }
    }

    /** Why the seal does not move; null while it does. */
    public @Nullable String fault() {
        return fault;
    }

    /** Stops after the step under way. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        thread.interrupt();
        try {
            if (thread.isAlive()) {
                thread.join(STOP);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
