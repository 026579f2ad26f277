package org.refocusrecord.eventlog.seal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

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
        return asked(() -> covers(position), _ -> growAndSign());
    }

    /** See {@link Sealer#withHeadsThrough}. */
    SignedCheckpoint withHeadsThrough(long position) {
        return asked(
                () -> heads.isThrough(position) && isNotedAndCovered(),
                until -> {
                    if (!heads.isThrough(position) || heads.state().notedAt() == null) {
                        heads.note(until);
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
        return sealed.newest().filter(newest -> newest.isBy(verifier));
    }

    /**
     * Those who ask at once are served together: who comes later finds it done. Nobody waits longer
     * than one may, but for the page that is under way.
     */
    private SignedCheckpoint asked(BooleanSupplier isDone, LongConsumer work) {
        long until = System.nanoTime() + longestWait.toNanos();
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

    /** A page is signed as it comes: who asks while much is to be done need not wait for all. */
    private void growAndSign() {
        if (tree.grow() != TreeKeeper.Step.ELSEWHERE) {
            tree.sign();
        }
    }
}
