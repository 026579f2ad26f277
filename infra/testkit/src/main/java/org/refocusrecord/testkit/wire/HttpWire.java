package org.refocusrecord.testkit.wire;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;

/** Between a caller and a server that speak HTTP. */
public final class HttpWire extends Relay {

    private static final int MOST = 1 << 16;

    private final AtomicReference<@Nullable Armed> armed = new AtomicReference<>();

    private record Armed(Place place, Stop stop) {}

    /** Where something can be held. */
    public enum Place {
        /** All of the request's first piece but its end has been sent. */
        REQUEST_NOT_WHOLE,
        /** The server has answered, and nothing of it has reached the caller. */
        ANSWERED
    }

    /** In front of a server on this port. */
    public HttpWire(int server) throws IOException {
        super(server);
        open();
    }

    /** Whoever comes there next is held. */
    public Stop stopAt(Place place) {
        Stop stop = new Stop();
        armed.set(new Armed(place, stop));
        return stop;
    }

    @Override
    Talk talkOver(Line line) {
        return new Talk() {
            @Override
            public void toCalled() throws IOException, InterruptedException {
                InputStream from = line.fromCaller();
                OutputStream to = line.toCalled();
                for (byte[] piece = piece(from); piece.length > 0; piece = piece(from)) {
                    Stop stop = taken(Place.REQUEST_NOT_WHOLE);
                    if (stop != null) {
                        to.write(piece, 0, piece.length - 1);
                        to.flush();
                        stop.hold(line);
                        to.write(piece, piece.length - 1, 1);
                    } else {
                        to.write(piece);
                    }
                    to.flush();
                }
            }

            @Override
            public void toCaller() throws IOException, InterruptedException {
                InputStream from = line.fromCalled();
                OutputStream to = line.toCaller();
                for (byte[] piece = piece(from); piece.length > 0; piece = piece(from)) {
                    Stop stop = taken(Place.ANSWERED);
                    if (stop != null) {
                        stop.hold(line);
                    }
                    to.write(piece);
                    to.flush();
                }
            }
        };
    }

    private @Nullable Stop taken(Place place) {
        Armed set = armed.get();
        return set != null && set.place() == place && armed.compareAndSet(set, null)
                ? set.stop()
                : null;
    }

    /** What has come; nothing at the end. */
    private static byte[] piece(InputStream from) throws IOException {
        byte[] buffer = new byte[MOST];
        int length = from.read(buffer);
        return Arrays.copyOf(buffer, Math.max(length, 0));
    }
}
