package org.refocusrecord.testkit.wire;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The messages of PostgreSQL's protocol, version 3, as they come, each with its head. */
final class Messages {

    private static final byte[] END = {};

    private final DataInputStream in;

    Messages(InputStream in) {
        this.in = new DataInputStream(in);
    }

    /** The next message, nothing at the end. */
    byte[] next() throws IOException {
        int type = in.read();
        return type < 0 ? END : rest(new byte[] {(byte) type});
    }

    /** One of those that a caller begins with, which have no type. */
    byte[] first() throws IOException {
        return rest(END);
    }

    private byte[] rest(byte[] head) throws IOException {
        int length = in.readInt();
        if (length < Integer.BYTES) {
            throw new EOFException("no message of PostgreSQL's");
        }
        ByteBuffer message = ByteBuffer.allocate(head.length + length).put(head).putInt(length);
        in.readFully(message.array(), message.position(), message.remaining());
        return message.array();
    }

    /** Whether more has come already. */
    boolean isMoreThere() throws IOException {
        return in.available() > 0;
    }

    static char type(byte[] message) {
        return (char) message[0];
    }

    /** The text that ends with a zero byte, from a place of a message on. */
    static String text(byte[] message, int from) {
        int to = from;
        while (message[to] != 0) {
            to++;
        }
        return new String(message, from, to - from, StandardCharsets.UTF_8);
    }

    /** Whether the sixteen bytes of an id stand anywhere in a message. */
    static boolean holds(byte[] message, UUID id) {
        ByteBuffer bytes = ByteBuffer.wrap(message);
        for (int at = 0; at + 2 * Long.BYTES <= message.length; at++) {
            if (bytes.getLong(at) == id.getMostSignificantBits()
                    && bytes.getLong(at + Long.BYTES) == id.getLeastSignificantBits()) {
                return true;
            }
        }
        return false;
    }
}
