package org.refocusrecord.command.door.inbox;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A waiting record's key, value and headers in one piece, before it is sealed. */
final class WaitingForm {

    private static final int FORM = 1;
    private static final int NONE = -1;

    private WaitingForm() {}

    /** What is in a piece. */
    @SuppressWarnings("ArrayRecordComponent") // Handed on as it came, never compared.
    record Contents(byte @Nullable [] key, byte @Nullable [] value, List<Header> headers) {}

    /** A later version of the program kept it, and this one cannot read it. */
    static final class OfALaterVersion extends RuntimeException {
        OfALaterVersion() {
            super("a later version kept it");
        }
    }

    static byte[] bytes(SentRecord sent) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORM);
            write(out, sent.key());
            write(out, sent.value());
            out.writeInt(sent.headers().size());
            for (Header header : sent.headers()) {
                write(out, header.key().getBytes(StandardCharsets.UTF_8));
                write(out, header.value());
            }
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return bytes.toByteArray();
    }

    static Contents read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != FORM) {
                throw new OfALaterVersion();
            }
            byte[] key = read(in);
            byte[] value = read(in);
            List<Header> headers = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                String name = new String(named(read(in)), StandardCharsets.UTF_8);
                headers.add(new RecordHeader(name, read(in)));
            }
            return new Contents(key, value, headers);
        } catch (IOException cutShort) {
            throw new UncheckedIOException(cutShort);
        }
    }

    private static byte[] named(byte @Nullable [] name) throws IOException {
        if (name == null) {
            throw new IOException("a header without a name");
        }
        return name;
    }

    private static void write(DataOutputStream out, byte @Nullable [] bytes) throws IOException {
        out.writeInt(bytes == null ? NONE : bytes.length);
        if (bytes != null) {
            out.write(bytes);
        }
    }

    private static byte @Nullable [] read(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length == NONE ? null : in.readNBytes(length);
    }
}
