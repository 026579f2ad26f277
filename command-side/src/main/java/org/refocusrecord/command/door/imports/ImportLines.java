package org.refocusrecord.command.door.imports;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.web.reading.BodyReader;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The lines of an import, one at a time, and of each not more than may be posted. Whoever sends one
 * reads them by the same rule.
 */
public final class ImportLines {

    /** A body, and room for the name of its command. */
    public static final int LONGEST = BodyReader.LARGEST + 1_024;

    private static final int CHUNK = 1 << 16;

    private final InputStream in;
    private final byte[] chunk = new byte[CHUNK];
    private int at;
    private int end;
    private long read;

    /** Of what is read here. */
    public ImportLines(InputStream in) {
        this.in = in;
    }

    /**
     * A line without its end.
     *
     * @param bytes the line; null where it is longer than a line may be
     */
    @SuppressWarnings("ArrayRecordComponent") // Handed on and parsed, never compared.
    public record Line(byte @Nullable [] bytes) {

        /**
         * Whether there is nothing in it but white space, as JSON has it: then it is no command.
         */
        public boolean isEmpty() {
            if (bytes == null) {
                return false;
            }
            for (byte each : bytes) {
                if (each != ' ' && each != '\t' && each != '\r') {
                    return false;
                }
            }
            return true;
        }
    }

    /** The next line; null at the end. A last line that no line feed ends counts too. */
    public @Nullable Line next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean tooLong = false;
        boolean any = false;
        while (at < end || fill()) {
            any = true;
            int feed = lineFeed();
            int to = feed < 0 ? end : feed;
            tooLong |= line.size() + to - at > LONGEST;
            if (tooLong) {
                line.reset();
            } else {
                line.write(chunk, at, to - at);
            }
            at = feed < 0 ? end : feed + 1;
            if (feed >= 0) {
                break;
            }
        }
        if (!any) {
            return null;
        }
        return new Line(tooLong ? null : line.toByteArray());
    }

    /** Whether the sender has sent more than was taken, so that an answer need not go out yet. */
    boolean hasMore() throws IOException {
        return at < end || in.available() > 0;
    }

    /** How many bytes the lines had until now, and their ends. */
    public long taken() {
        return read - (end - at);
    }

    private boolean fill() throws IOException {
        end = Math.max(in.read(chunk), 0);
        read += end;
        at = 0;
        return end > 0;
    }

    private int lineFeed() {
        for (int index = at; index < end; index++) {
            if (chunk[index] == '\n') {
                return index;
            }
        }
        return -1;
    }
}
