package org.refocusrecord.eventlog;

import java.time.Duration;

/**
 * For how long what somebody says is believed: so long from the first word on that nobody has
 * confirmed, however many follow it, and however long there was silence before. Times are those of
 * {@link System#nanoTime}.
 */
final class Belief {

    private final Duration most;
    private boolean isOpen;
    private long since;

    Belief(Duration most) {
        this.most = most;
    }

    /** Something was said, or nothing was for as long as one listens. */
    void said(long now) {
        if (!isOpen) {
            isOpen = true;
            since = now;
        }
    }

    /** Whoever knows was asked; what was said before counts no more. */
    void confirmed() {
        isOpen = false;
    }

    /** Whether whoever knows is to be asked. */
    boolean isOver(long now) {
        return isOpen && left(now).isZero();
    }

    /** How long nobody need be asked; while nothing is said, as long as anything is believed. */
    Duration left(long now) {
        if (!isOpen) {
            return most;
        }
        Duration left = most.minusNanos(now - since);
        return left.isPositive() ? left : Duration.ZERO;
    }
}
