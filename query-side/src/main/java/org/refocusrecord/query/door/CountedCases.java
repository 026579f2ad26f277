package org.refocusrecord.query.door;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.query.access.Asking;
import org.refocusrecord.query.door.CaseReads.OpenCase;
import org.refocusrecord.security.Role;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Counts over many cases show nobody's record; counts of a case that was named show that one's. */
final class CountedCases {

    private final @Nullable CaseId named;
    private final Map<CaseId, Role> shown = new HashMap<>();

    CountedCases(@Nullable CaseId named) {
        this.named = named;
    }

    /** Counts some. */
    void count(List<OpenCase> some, Consumer<OpenCase> counting) {
        for (OpenCase open : some) {
            counting.accept(open);
            if (open.caseId().equals(named)) {
                shown.put(open.caseId(), open.role());
            }
        }
    }

    /** What is seen of them. */
    Sight sight(CaseReads reads, Asking asking) {
        return reads.sightOfNoText(asking, shown);
    }
}
