package org.refocusrecord.eventlog.seal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Objects;

/**
 * Counts the last event of every stream again, and makes the root over them. The database puts them
 * in order, so that of the tree no more than one way is in memory.
 */
final class HeadsAudit {

    private static final int FETCHED = 10_000;
    private static final int TOP = 0;
    private static final byte[] EMPTY = new byte[MerkleHash.BYTES];
    private static final String IN_ORDER =
            """
            select stream, max(sequence) from refocus_log.event where position <= ?
             group by stream order by sha256(convert_to(stream, 'UTF8'))
            """;

    /** A whole half of the tree, to the left of what is still to come. */
    @SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
    private record Left(int depth, byte[] hash) {}

    private final Deque<Left> lefts = new ArrayDeque<>();
    private long streams;

    /** What a log has to say of its streams, reckoned anew. */
    @SuppressWarnings("ArrayRecordComponent") // Compared by hand.
    record Heads(long streams, byte[] root) {}

    private HeadsAudit() {}

    /** Of all streams, as they stood at a position. */
    static Heads at(Connection connection, long position) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(IN_ORDER)) {
            query.setLong(1, position);
            query.setFetchSize(FETCHED);
            try (ResultSet row = query.executeQuery()) {
                return new HeadsAudit().over(row);
            }
        }
    }

    private Heads over(ResultSet row) throws SQLException {
        if (!row.next()) {
            return new Heads(0, EMPTY);
        }
        StreamHead head = head(row);
        int before = -1;
        while (row.next()) {
            StreamHead next = head(row);
            int parting = parting(head.place(), next.place());
            int depth = Math.max(before, parting) + 1;
            lefts.push(new Left(parting + 1, risen(head, depth, parting + 1)));
            before = parting;
            head = next;
        }
        return new Heads(streams, risen(head, before + 1, TOP));
    }

    private StreamHead head(ResultSet row) throws SQLException {
        streams++;
        return new StreamHead(Objects.requireNonNull(row.getString(1)), row.getLong(2));
    }

    /** The hash of all that has come below a node, from a head's own depth up to the node's. */
    private byte[] risen(StreamHead head, int from, int to) {
        byte[] place = head.place();
        byte[] hash = head.hash();
        for (int depth = from; depth > to; depth--) {
            boolean isRight = (place[(depth - 1) / 8] >>> (7 - (depth - 1) % 8) & 1) == 1;
            if (isRight) {
                Left left = lefts.peek();
                boolean isBeside = left != null && left.depth() == depth;
                hash = MerkleHash.ofNode(isBeside ? lefts.pop().hash() : EMPTY, hash);
            } else {
                hash = MerkleHash.ofNode(hash, EMPTY);
            }
        }
        return hash;
    }

    /** How many bits two places begin with alike. */
    private static int parting(byte[] one, byte[] other) {
        int at = Arrays.mismatch(one, other);
        int differing = (one[at] ^ other[at]) & 0xff;
        return at * 8 + Integer.numberOfLeadingZeros(differing) - (Integer.SIZE - 8);
    }
}
