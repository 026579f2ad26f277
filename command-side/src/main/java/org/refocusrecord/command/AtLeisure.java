package org.refocusrecord.command;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Does one thing at a time, on a thread of its own that nobody waits for. What comes meanwhile is
 * let go: it was not needed, and will come again.
 */
public final class AtLeisure implements Executor {

    private final String name;
    private final AtomicBoolean busy = new AtomicBoolean();

    /** On threads of that name. */
    public AtLeisure(String name) {
        this.name = name;
    }

    @Override
    public void execute(Runnable work) {
        if (busy.compareAndSet(false, true)) {
            // No virtual one: it would keep a carrier from those who answer callers.
            Thread.ofPlatform().name(name).daemon().start(() -> run(work));
        }
    }

    private void run(Runnable work) {
        try {
            work.run();
        } finally {
            busy.set(false);
        }
    }
}
