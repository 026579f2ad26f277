package org.refocusrecord.app.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * What a server answers, given up where nothing more of it comes. The timeout of Java's client ends
 * with the headers: a connection that falls silent behind them would be read for ever.
 */
final class AnswerBody extends FilterInputStream {

    private final Duration patience;
    private volatile boolean givenUp;

    /**
     * @param patience how long one read may wait
     */
    AnswerBody(InputStream body, Duration patience) {
        super(body);
        this.patience = patience;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        Future<?> end =
                ForkJoinPool.commonPool()
                        .schedule(this::giveUp, patience.toMillis(), TimeUnit.MILLISECONDS);
        try {
            int taken = super.read(bytes, from, length);
            if (givenUp) {
                throw silent();
            }
            return taken;
        } catch (IOException failed) {
            throw givenUp ? silent() : failed;
        } finally {
            end.cancel(false);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    private void giveUp() {
        givenUp = true;
        try {
            super.close();
        } catch (IOException alreadyGone) {
            // Whoever reads is told that it was given up.
        }
    }

    private static HttpTimeoutException silent() {
        return new HttpTimeoutException("nothing more came");
    }
}
