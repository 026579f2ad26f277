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
import java.util.concurrent.locks.LockSupport;

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

    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(1);
    private static final Duration STOP = Duration.ofSeconds(30);

    private final TreeKeeper tree;
    private final HeadsKeeper heads;
    private final SealOnRequest onRequest;
    private final SealSettings settings;
    private final VerifierKey verifier;
    private final Arrivals arrivals;
    private final Thread thread;
    private volatile boolean closed;
    private volatile @Nullable String fault;
    private long unsignedSince = System.nanoTime();
    private long notedSince = System.nanoTime();

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
        this.heads = new HeadsKeeper(log, transactions, HeadsKeeper.PAGE);
        this.settings = settings;
        this.verifier = key.verifier();
        this.onRequest =
                new SealOnRequest(
                        tree, heads, new Sealed(reader), verifier, settings.longestWait());
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
        return onRequest.through(position);
    }

    /**
     * The head of a stream that has events, noted when all was that was recorded up to a position
     * at least, with the newest checkpoint, which covers the note. More may have been recorded
     * since somebody asked, in that stream too.
     *
     * @throws SealBehind where that takes longer than one may wait; it has come nearer then
     */
    public Sealed.Covered withHeadsThrough(String stream, long position) {
        return onRequest.withHeadsThrough(stream, position);
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
        Optional<SignedCheckpoint> newest = tree.newest().filter(last -> last.isBy(verifier));
        long unsigned = tree.size() - newest.map(SignedCheckpoint::size).orElse(-1L);
        if (unsigned <= 0) {
            unsignedSince = now;
        } else if (newest.isEmpty()
                || unsigned >= settings.checkpointEvents()
                || now - unsignedSince >= settings.checkpointEvery().toNanos()) {
            tree.sign();
            unsignedSince = now;
        }
        // Who asks meanwhile finds another at it, and need not wait longer than for his own. Where
        // there is more to note than that, it is due at once again.
        if (now - notedSince >= settings.headsEvery().toNanos()
                && heads.note(now + settings.longestWait().toNanos())) {
            notedSince = now;
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
