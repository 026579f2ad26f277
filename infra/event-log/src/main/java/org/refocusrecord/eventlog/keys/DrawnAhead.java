package org.refocusrecord.eventlog.keys;

import java.util.Arrays;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Random bytes drawn many at once: a draw takes microseconds however few it is for, and a session
 * needs a dozen. What was handed out is wiped here.
 */
final class DrawnAhead implements Randomness {
    private static final int AHEAD = 4_096;

    private final Consumer<byte[]> source;
    private final Lock lock = new ReentrantLock();
    private final byte[] drawn = new byte[AHEAD];
    private int used = AHEAD;

    /** From a source that fills what it is given. */
    DrawnAhead(Consumer<byte[]> source) {
        this.source = source;
    }

    @Override
    public byte[] bytes(int count) {
        if (count > AHEAD) {
            byte[] many = new byte[count];
            source.accept(many);
            return many;
        }
        lock.lock();
        try {
            if (AHEAD - used < count) {
                source.accept(drawn);
                used = 0;
            }
            byte[] bytes = Arrays.copyOfRange(drawn, used, used + count);
            Arrays.fill(drawn, used, used + count, (byte) 0);
            used += count;
            return bytes;
        } finally {
            lock.unlock();
        }
    }
}
