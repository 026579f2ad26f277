package org.refocusrecord.eventlog.seal;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Eight levels of the tree of heads: 256 slots, each empty, or with the one head below it, or with
 * the hash of all below it.
 */
final class HeadTile {

    private static final int SLOTS = 256;
    private static final byte ONE = 1;
    private static final byte MANY = 2;
    private static final byte[] EMPTY = new byte[MerkleHash.BYTES];

    /**
     * What stands in a slot.
     *
     * @param place the whole place of the one head below it; null where there are more
     * @param hash of that head's leaf, or of all below
     */
    @SuppressWarnings("ArrayRecordComponent") // Handed on, never compared as a whole.
    record Slot(byte @Nullable [] place, byte[] hash) {}

    private final @Nullable Slot[] slots = new Slot[SLOTS];

    @Nullable Slot slot(int slot) {
        return slots[slot];
    }

    void put(int slot, Slot content) {
        slots[slot] = content;
    }

    /** The hash over all slots. A tree without streams is 32 zero bytes. */
    byte[] root() {
        Slot all = over(0, SLOTS);
        return all == null ? EMPTY.clone() : all.hash();
    }

    /** What stands beside a slot's way, from above, as far as its way is not alone. */
    List<byte[]> beside(int slot) {
        List<byte[]> beside = new ArrayList<>();
        int from = 0;
        for (int width = SLOTS; width > 1; width /= 2) {
            Slot all = over(from, width);
            if (all != null && all.place() != null) {
                break;
            }
            int half = width / 2;
            boolean isRight = slot >= from + half;
            Slot other = over(isRight ? from : from + half, half);
            beside.add(other == null ? EMPTY.clone() : other.hash());
            from = isRight ? from + half : from;
        }
        return beside;
    }

    private @Nullable Slot over(int from, int width) {
        if (width == 1) {
            return slots[from];
        }
        Slot left = over(from, width / 2);
        Slot right = over(from + width / 2, width / 2);
        if (left == null && right == null) {
            return null;
        }
        if (right == null && left != null && left.place() != null) {
            return left;
        }
        if (left == null && right != null && right.place() != null) {
            return right;
        }
        return new Slot(null, MerkleHash.ofNode(hash(left), hash(right)));
    }

    private static byte[] hash(@Nullable Slot slot) {
        return slot == null ? EMPTY : slot.hash();
    }

    /** As it is kept: of each slot that is not empty its number, what is in it, and the hashes. */
    byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int slot = 0; slot < SLOTS; slot++) {
            Slot there = slots[slot];
            if (there != null) {
                byte[] place = there.place();
                bytes.write(slot);
                bytes.write(place == null ? MANY : ONE);
                if (place != null) {
                    bytes.writeBytes(place);
                }
                bytes.writeBytes(there.hash());
            }
        }
        return bytes.toByteArray();
    }

    static HeadTile of(byte[] kept) {
        HeadTile tile = new HeadTile();
        ByteBuffer in = ByteBuffer.wrap(kept);
        while (in.hasRemaining()) {
            int slot = in.get() & 0xff;
            byte[] place = in.get() == ONE ? hash(in) : null;
            tile.put(slot, new Slot(place, hash(in)));
        }
        return tile;
    }

    private static byte[] hash(ByteBuffer in) {
        byte[] hash = new byte[MerkleHash.BYTES];
        in.get(hash);
        return hash;
    }
}
