package org.refocusrecord.eventlog.keys;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;

/** Deals bytes that were written down before, in their order and in the lengths asked for. */
public final class Dealt implements Randomness {

    private final Deque<byte[]> drawn = new ArrayDeque<>();

    public Dealt(List<String> hex) {
        hex.forEach(one -> drawn.add(HexFormat.of().parseHex(one)));
    }

    /** The same for one or a few. */
    public static Dealt of(String... hex) {
        return new Dealt(List.of(hex));
    }

    @Override
    public byte[] bytes(int count) {
        byte[] next = drawn.remove();
        if (next.length != count) {
            throw new AssertionError(count + " bytes were asked for where " + next.length + " are");
        }
        return next;
    }

    /** Whether all was drawn. */
    public boolean isDrawn() {
        return drawn.isEmpty();
    }
}
