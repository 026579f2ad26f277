package org.refocusrecord.eventlog.seal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** Brings the seal as far as somebody asks, where it is not there by itself yet. */
final class SealOnRequest {

    private static final Duration ELSEWHERE = Duration.ofMillis(20);

    private final TreeKeeper tree;
    private final HeadsKeeper heads;
    private final Sealed sealed;
    private final VerifierKey verifier;
    private final Duration longestWait;
    private final ReentrantLock asking = new ReentrantLock();

    /**
     * Of this tree and these heads.
     *
     * @param sealed what is sealed already, by connections that may read
     * @param verifier the key that signs: what another's signed was before the key was changed
     */
    SealOnRequest(
            TreeKeeper tree,
            HeadsKeeper heads,
            Sealed sealed,
            VerifierKey verifier,
            Duration longestWait) {
        this.tree = tree;
        this.heads = heads;
        this.sealed = sealed;
        this.verifier = verifier;
        this.longestWait = longestWait;
    }

    /** See {@link Sealer#through}. */
    SignedCheckpoint through(long position) {
        return asked(() -> covering(position), _ -> growAndSign());
    }

    private Optional<SignedCheckpoint> covering(long position) {
        return sealed.newest().filter(newest -> newest.isBy(verifier) && newest.size() >= position);
    }

    /** See {@link Sealer#withHeadsThrough}. */
    Sealed.Covered withHeadsThrough(String stream, long position) {
        return asked(
                () -> sealed.covered(stream, position, verifier),
                until -> {
                    // Only what is sealed is noted.
                    tree.grow();
                    heads.noteThrough(position, until);
                    growAndSign();
                });
    }

    /**
     * Those who ask at once are served together: who comes later finds it done. There is one time
     * for all rounds of a turn, a page and a look. When it is over none is begun but the first; the
     * one under way is ended, and may wait for each of its connections as long as its pool lets it.
     *
     * @param look what was asked for, if it is there; all of it from one connection
     */
    private <T> T asked(Supplier<Optional<T>> look, LongConsumer work) {
        long until = System.nanoTime() + longestWait.toNanos();
        Optional<T> found = look.get();
        while (found.isEmpty()) {
            boolean hasWaited = tookTurn(until);
            try {
                if (hasWaited) {
                    found = look.get();
                }
                if (found.isEmpty()) {
                    work.accept(until);
                    found = look.get();
                }
            } finally {
                asking.unlock();
            }
            if (found.isEmpty()) {
                // Another node is at it, or there is more than a page.
                waitFor(ELSEWHERE, until);
            }
        }
        return found.get();
    }

    /** Takes a turn; says whether it had to be waited for. */
    private boolean tookTurn(long until) {
        if (asking.tryLock()) {
            return false;
        }
        try {
            if (asking.tryLock(until - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                return true;
            }
            throw new SealBehind();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new SealBehind();
        }
    }

    private static void waitFor(Duration wait, long until) {
        if (until - System.nanoTime() < wait.toNanos()) {
            throw new SealBehind();
        }
        LockSupport.parkNanos(wait.toNanos());
    }

    /** A page is signed as it comes: who asks while much is to be done need not wait for all. */
    private void growAndSign() {
        if (tree.grow() != TreeKeeper.Step.ELSEWHERE) {
            tree.sign();
        }
    }
}
