package org.refocusrecord.eventlog.seal;

import org.refocusrecord.eventlog.json.CanonicalWriter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/**
 * The sequence of a stream's last event, as the tree of heads has it.
 *
 * @param stream {@code case/<id>} and the like
 */
public record StreamHead(String stream, long sequence) {

    /** The deepest place of a tree over SHA-256. */
    private static final int DEEPEST = 256;

    /** Where it stands: SHA-256 of the stream's name. */
    byte[] place() {
        return MerkleHash.plain(stream.getBytes(StandardCharsets.UTF_8));
    }

    /** The hash of its leaf, RFC 8785 of {@code {sequence, stream}}. */
    byte[] hash() {
        return MerkleHash.ofLeaf(
                new CanonicalWriter()
                        .startObject()
                        .name("sequence")
                        .number(sequence)
                        .name("stream")
                        .text(stream)
                        .endObject()
                        .toBytes());
    }

    /**
     * Whether a tree with this root has this head, and no other of the stream.
     *
     * @param path what stands beside the way, from the root down
     */
    public boolean isIn(byte[] root, List<byte[]> path) {
        if (path.size() > DEEPEST
                || path.stream().anyMatch(hash -> hash.length != MerkleHash.BYTES)) {
            return false;
        }
        byte[] place = place();
        byte[] reached = hash();
        for (int depth = path.size() - 1; depth >= 0; depth--) {
            byte[] beside = path.get(depth);
            reached =
                    isRight(place, depth)
                            ? MerkleHash.ofNode(beside, reached)
                            : MerkleHash.ofNode(reached, beside);
        }
        return MessageDigest.isEqual(reached, root);
    }

    private static boolean isRight(byte[] place, int depth) {
        return (place[depth / 8] >>> (7 - depth % 8) & 1) == 1;
    }
}
