package org.refocusrecord.query.door;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.query.door.CaseReads.OpenCase;
import org.refocusrecord.query.walk.WalkTurns;

import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Goes through many cases, some at a time. They are opened, and something is made of them, while it
 * is this walk's turn; what is made is sent after that, so that nobody waits for a client that is
 * slow.
 */
final class CaseWalk implements AutoCloseable {

    private final Iterator<List<OpenCase>> batches;
    private final WalkTurns.@Nullable Walk walk;

    /**
     * Through these.
     *
     * @param walk null: there is one case at most, for which nobody waits
     */
    CaseWalk(Iterator<List<OpenCase>> batches, WalkTurns.@Nullable Walk walk) {
        this.batches = batches;
        this.walk = walk;
    }

    boolean hasNext() {
        return batches.hasNext();
    }

    /** What is made of the next few that are in scope; there may be none among them. */
    <T> T next(Function<List<OpenCase>, T> making) {
        return walk == null
                ? making.apply(batches.next())
                : walk.inTurn(() -> making.apply(batches.next()));
    }

    /** Lets somebody look at the next few. */
    void see(Consumer<List<OpenCase>> looking) {
        next(some -> {
            looking.accept(some);
            return some.size();
        });
    }

    /** The walk is over, or broken off. */
    @Override
    public void close() {
        if (walk != null) {
            walk.close();
        }
    }
}
