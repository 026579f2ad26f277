package org.refocusrecord.query.projection;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * A view that is made anew beside the one that is read, by a fold of a version.
 *
 * @param tables the tables that its next side has, as they are called on the live one
 * @param until up to which position each stream is folded once; from there on it follows the log
 * @param altered whether rows of the live side are not those that were written there; null: nobody
 *     has looked yet
 * @param comparedAt where both sides stood when they were compared; null: they were not yet
 * @param told whether it is told how they differ
 * @param begun who wanted it; nobody, where a program brought another fold
 * @param accepted who has seen how they differ and lets it go live all the same
 * @param ended who ended it, or nobody, where both sides were the same; null while it is under way
 */
record Rebuild(
        long id,
        String name,
        int version,
        State state,
        boolean paused,
        List<String> tables,
        long until,
        @Nullable Boolean altered,
        @Nullable Long comparedAt,
        boolean told,
        Act begun,
        @Nullable Act accepted,
        @Nullable Act ended) {

    /** How it stands with it. */
    enum State {
        /** It is filled, and follows until both sides can be compared. */
        FOLDING,
        /** Both sides differ, and it waits for somebody's word. */
        DIFFERS,
        /** It went live. */
        LIVE,
        /** It was given up. */
        CANCELLED
    }

    /**
     * Who did something, and when.
     *
     * @param by an account; null: nobody
     */
    record Act(@Nullable String by, Instant at) {}

    /** Whether it may be compared now, or go live though it differs. */
    boolean isToBeOpened() {
        return !paused && (state == State.FOLDING || accepted != null);
    }

    /**
     * Whether a newer fold made what is live. It is not put back without somebody's word, though
     * both hold the same: programs of the newer one would not be ready any more.
     */
    boolean isOlderThan(List<ProjectionState> live) {
        return live.stream().anyMatch(state -> state.version() > version);
    }

    /** Whether it differs and nobody has looked yet where. */
    boolean isToBeTold() {
        return state == State.DIFFERS && !told;
    }
}
