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

    static byte[] bytes(SentRecord sent) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORM);
            write(out, sent.key());
            write(out, sent.value());
            out.writeInt(sent.headers().size());
            for (Header header : sent.headers()) {
                out.writeUTF(header.key());
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
                throw new IllegalStateException("a waiting record of a later version");
            }
            byte[] key = read(in);
            byte[] value = read(in);
            List<Header> headers = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                headers.add(new RecordHeader(in.readUTF(), read(in)));
            }
            return new Contents(key, value, headers);
        } catch (IOException cutShort) {
            throw new UncheckedIOException(cutShort);
        }
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
