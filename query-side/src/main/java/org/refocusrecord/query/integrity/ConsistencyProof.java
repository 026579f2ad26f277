package org.refocusrecord.query.integrity;

import org.refocusrecord.eventlog.seal.Sealed;

import java.util.HexFormat;
import java.util.List;

/**
 * What shows that the log of one size begins with all that it had at another.
 *
 * @param path lower-case hex, as the roots are
 */
public record ConsistencyProof(
        long from, long to, List<String> path, String fromRoot, String toRoot) {

    static ConsistencyProof of(Sealed.Consistency found) {
        HexFormat hex = HexFormat.of();
        return new ConsistencyProof(
                found.from(),
                found.to(),
                found.path().stream().map(hex::formatHex).toList(),
                hex.formatHex(found.fromRoot()),
                hex.formatHex(found.toRoot()));
    }
}
