package org.refocusrecord.testkit.wire;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A place at which something is held that was on its way, until it is lost. */
public final class Stop {

    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch isLost = new CountDownLatch(1);
    private volatile @Nullable Line line;

    Stop() {}

    /** Whether something has come there, in this time. */
    public boolean isReached(Duration most) throws InterruptedException {
        return reached.await(most.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The process of the database at the far end of what is held; 0 where it has told none. */
    public int backend() {
        Line held = line;
        return held == null ? 0 : held.backend();
    }

    /** What is held is lost, and the connection with it. */
    public void cut() {
        isLost.countDown();
        Line held = line;
        if (held != null) {
            held.cut();
        }
    }

    /** Holds whoever calls. */
    void hold(Line at) throws IOException, InterruptedException {
        line = at;
        reached.countDown();
        isLost.await();
        throw new IOException("cut");
    }
}
