package org.refocusrecord.testkit.wire;

import org.jspecify.annotations.Nullable;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Between a node and a broker of Kafka's. It knows what is asked, so that a request or its answer
 * can be held.
 */
public final class KafkaWire extends Relay {

    private static final int MOST = 64 << 20;
    private static final int HEAD = Integer.BYTES;

    private final AtomicReference<@Nullable Armed> armed = new AtomicReference<>();

    private record Armed(Request request, Place place, Stop stop) {}

    /** What is asked of a broker, with its number in the protocol. */
    public enum Request {
        /** Records are sent. */
        PRODUCE(0),
        /** An offset is committed. */
        OFFSET_COMMIT(8);

        private final int number;

        Request(int number) {
            this.number = number;
        }
    }

    /** Where it can be held. */
    public enum Place {
        /** The node has sent it, and no byte of it has reached the broker. */
        NOTHING_SENT,
        /** The broker has answered, and no byte of that has reached the node. */
        NOT_ANSWERED
    }

    /** In front of a broker that listens on this port. */
    public KafkaWire(int broker) throws IOException {
        super(broker);
        open();
    }

    /** The next of these is held when it comes there. */
    public Stop stopAt(Request request, Place place) {
        Stop stop = new Stop();
        armed.set(new Armed(request, place, stop));
        return stop;
    }

    @Override
    Talk talkOver(Line line) {
        Set<Integer> heldAnswers = ConcurrentHashMap.newKeySet();
        AtomicReference<@Nullable Stop> answer = new AtomicReference<>();
        return new Talk() {
            @Override
            public void toCalled() throws IOException, InterruptedException {
                DataInputStream from = new DataInputStream(line.fromCaller());
                for (byte[] frame = frame(from); frame.length > 0; frame = frame(from)) {
                    Armed set = taken(ByteBuffer.wrap(frame).getShort(HEAD));
                    if (set != null && set.place() == Place.NOTHING_SENT) {
                        set.stop().hold(line);
                    } else if (set != null) {
                        answer.set(set.stop());
                        heldAnswers.add(ByteBuffer.wrap(frame).getInt(HEAD + 2 * Short.BYTES));
                    }
                    send(line.toCalled(), frame);
                }
            }

            @Override
            public void toCaller() throws IOException, InterruptedException {
                DataInputStream from = new DataInputStream(line.fromCalled());
                for (byte[] frame = frame(from); frame.length > 0; frame = frame(from)) {
                    Stop stop = answer.get();
                    if (stop != null && heldAnswers.contains(ByteBuffer.wrap(frame).getInt(HEAD))) {
                        stop.hold(line);
                    }
                    send(line.toCaller(), frame);
                }
            }
        };
    }

    private @Nullable Armed taken(short number) {
        Armed set = armed.get();
        return set != null && set.request().number == number && armed.compareAndSet(set, null)
                ? set
                : null;
    }

    private static void send(OutputStream to, byte[] frame) throws IOException {
        to.write(frame);
        to.flush();
    }

    /** A request or an answer with its length; nothing at the end. */
    private static byte[] frame(DataInputStream from) throws IOException {
        byte[] head = ((InputStream) from).readNBytes(HEAD);
        if (head.length < HEAD) {
            return new byte[0];
        }
        int length = ByteBuffer.wrap(head).getInt();
        if (length < HEAD || length > MOST) {
            throw new EOFException("no frame of Kafka's");
        }
        byte[] frame = new byte[HEAD + length];
        System.arraycopy(head, 0, frame, 0, HEAD);
        from.readFully(frame, HEAD, length);
        return frame;
    }
}
