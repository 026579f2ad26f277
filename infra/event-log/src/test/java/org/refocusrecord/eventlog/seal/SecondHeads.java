package org.refocusrecord.eventlog.seal;

import static org.refocusrecord.eventlog.seal.SecondTree.sha256;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * The tree of heads a second time, straight from docs/stored-forms.md, over all heads at once, with
 * nothing of the program in it.
 */
public final class SecondHeads {

    private SecondHeads() {}

    public static byte[] root(Map<String, Long> heads) {
        return root(List.copyOf(heads.entrySet()), 0);
    }

    private static byte[] root(List<Map.Entry<String, Long>> heads, int bit) {
        if (heads.isEmpty()) {
            return new byte[32];
        }
        if (heads.size() == 1) {
            return leaf(heads.getFirst().getKey(), heads.getFirst().getValue());
        }
        return sha256(
                new byte[] {1},
                root(heads.stream().filter(head -> !bit(head.getKey(), bit)).toList(), bit + 1),
                root(heads.stream().filter(head -> bit(head.getKey(), bit)).toList(), bit + 1));
    }

    public static byte[] leaf(String stream, long sequence) {
        String leaf = "{\"sequence\":" + sequence + ",\"stream\":\"" + stream + "\"}";
        return sha256(new byte[] {0}, leaf.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean bit(String stream, int bit) {
        byte[] place = sha256(stream.getBytes(StandardCharsets.UTF_8));
        return (place[bit / 8] & (0x80 >> (bit % 8))) != 0;
    }

    /** From the leaf up. */
    public static byte[] reached(String stream, long sequence, List<byte[]> fromTheRootDown) {
        byte[] at = leaf(stream, sequence);
        for (int bit = fromTheRootDown.size() - 1; bit >= 0; bit--) {
            byte[] beside = fromTheRootDown.get(bit);
            at =
                    bit(stream, bit)
                            ? sha256(new byte[] {1}, beside, at)
                            : sha256(new byte[] {1}, at, beside);
        }
        return at;
    }
}
