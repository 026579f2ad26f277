package org.refocusrecord.eventlog.store;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.locks.LockSupport;

/** An append that waits for its turn: to be written along with others, or to write. */
final class WaitingAppend {
    private final Append append;
    private volatile @Nullable EventCopy copy;
    private final Thread caller = Thread.currentThread();
    private volatile Turn turn = Turn.WAIT;
    private @Nullable AppendResult result;
    private @Nullable Throwable thrown;
    private boolean interrupted;

    private enum Turn {
        WAIT,
        LEAD,
        DONE
    }

    WaitingAppend(Append append) {
        this.append = append;
    }

    Append append() {
        return append;
    }

    /** Its events as COPY takes them in; made by whoever asks first. */
    EventCopy copy() {
        EventCopy made = copy;
        if (made == null) {
            made = new EventCopy(append);
            copy = made;
        }
        return made;
    }

    /**
     * Waits; true if it is to write itself, and those that wait behind it. An interruption is kept
     * for {@link #result()}: whoever went away would not know what became of it, and whoever wrote
     * would break the others' connection.
     */
    boolean isToLead() {
        while (turn == Turn.WAIT) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        return turn == Turn.LEAD;
    }

    /** Its caller was interrupted while it gathered others. */
    void interrupted() {
        interrupted = true;
    }

    void lead() {
        turn = Turn.LEAD;
        LockSupport.unpark(caller);
    }

    void done(AppendResult became) {
        result = became;
        turn = Turn.DONE;
        LockSupport.unpark(caller);
    }

    void failed(Throwable why) {
        thrown = why;
        turn = Turn.DONE;
        LockSupport.unpark(caller);
    }

    boolean isDone() {
        return turn == Turn.DONE;
    }

    /** What became of it. */
    AppendResult result() {
        if (interrupted) {
            caller.interrupt();
        }
        return switch (thrown) {
            case null -> {
                if (result == null) {
                    throw new IllegalStateException("the append is not done");
                }
                yield result;
            }
            case RuntimeException failed -> throw failed;
            case Error failed -> throw failed;
            case Throwable failed -> throw new IllegalStateException(failed);
        };
    }
}
