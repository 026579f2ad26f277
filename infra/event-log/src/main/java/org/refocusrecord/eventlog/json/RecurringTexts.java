package org.refocusrecord.eventlog.json;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Texts that come again and again as a log is read: names of events, streams, who recorded, who is
 * meant. Each is made once, and given again while it is met often: less is made that somebody has
 * to throw away. As many are kept as there are places, and whatever is met next in a place takes
 * it.
 *
 * <p>By any number of threads, and without a lock: what is kept never changes, so that whoever sees
 * it at all sees it whole; two may make the same text.
 */
public final class RecurringTexts {

    private static final int PLACE_BITS = 12;
    private static final int PLACES = 1 << PLACE_BITS;
    private static final int LONGEST = 128;
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;
    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final @Nullable Kept[] places = new @Nullable Kept[PLACES];

    private static final class Kept {

        private final byte[] bytes;
        private final String text;

        Kept(byte[] bytes) {
            this.bytes = bytes;
            this.text = new String(bytes, StandardCharsets.UTF_8);
        }

        boolean isOf(byte[] some, int from, int length) {
            return bytes.length == length
                    && Arrays.equals(bytes, 0, length, some, from, from + length);
        }
    }

    /**
     * The text that these bytes are in UTF-8.
     *
     * @throws IndexOutOfBoundsException if there are not so many
     */
    public String text(byte[] bytes, int from, int length) {
        if (length < Long.BYTES || length > LONGEST) {
            return new String(bytes, from, length, StandardCharsets.UTF_8);
        }
        int place = place(bytes, from, length);
        Kept kept = places[place];
        if (kept == null || !kept.isOf(bytes, from, length)) {
            kept = new Kept(Arrays.copyOfRange(bytes, from, from + length));
            places[place] = kept;
        }
        return kept.text;
    }

    /** By its ends: names begin otherwise, and ids end otherwise. */
    private static int place(byte[] bytes, int from, int length) {
        long first = (long) EIGHT_BYTES.get(bytes, from);
        long last = (long) EIGHT_BYTES.get(bytes, from + length - Long.BYTES);
        long mixed = (first * SPREAD ^ last) * SPREAD;
        return (int) (mixed >>> (Long.SIZE - PLACE_BITS));
    }
}
