package org.refocusrecord.query.integrity;

import org.refocusrecord.eventlog.seal.SignedCheckpoint;
import org.refocusrecord.eventlog.store.LeafText;
import org.refocusrecord.eventlog.store.StoredRow;

import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * What shows that an event stands in the log, as a checkpoint covers it.
 *
 * @param leaf the text that its hash is of
 * @param leafHash lower-case hex, as are the hashes of the path
 * @param treeSize how many events the checkpoint covers
 * @param path the hashes beside the way, from the leaf up
 * @param checkpoint the signed note
 */
public record EventProof(
        UUID eventId,
        long position,
        String leaf,
        String leafHash,
        long treeSize,
        List<String> path,
        String checkpoint) {

    static EventProof of(StoredRow row, List<byte[]> path, SignedCheckpoint checkpoint) {
        return new EventProof(
                row.eventId(),
                row.position(),
                LeafText.leaf(row),
                HexFormat.of().formatHex(row.leafHash()),
                checkpoint.size(),
                path.stream().map(HexFormat.of()::formatHex).toList(),
                checkpoint.note());
    }
}
