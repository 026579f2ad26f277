package org.refocusrecord.query.caseload;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;

import java.util.Map;

/** In which order cases are gone through, a page after the other. */
final class CaseOrder {

    private final @Nullable Long seed;

    private CaseOrder(@Nullable Long seed) {
        this.seed = seed;
    }

    /** By their ids. */
    static CaseOrder byId() {
        return new CaseOrder(null);
    }

    /**
     * By chance: by the SHA-256 of seed and id. Where a case comes does not depend on which others
     * there are, so a case that is opened later shifts the others by itself alone.
     */
    static CaseOrder byLot(long seed) {
        return new CaseOrder(seed);
    }

    /** What cases stand in order by, of an expression that is the id of one. */
    String key(String caseId) {
        return seed == null
                ? caseId
                : "sha256(convert_to(cast(:seed as text) || '/' || cast(%s as text), 'UTF8'))"
                        .formatted(caseId);
    }

    /** Whether a case comes behind the last one. */
    String isBehind(String caseId, @Nullable CaseId last) {
        return last == null ? "true" : key(caseId) + " > " + key("cast(:after as uuid)");
    }

    /** What these expressions name. */
    void set(@Nullable CaseId last, Map<String, Object> parameters) {
        if (seed != null) {
            parameters.put("seed", Long.toString(seed));
        }
        if (last != null) {
            parameters.put("after", last.value());
        }
    }
}
