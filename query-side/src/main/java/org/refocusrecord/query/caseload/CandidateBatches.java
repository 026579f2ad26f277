package org.refocusrecord.query.caseload;

import org.refocusrecord.events.CaseId;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Some candidates at a time: as many as may be read at once while others wait for their turn. Once
 * there are enough no more are fetched for it.
 */
public final class CandidateBatches implements Iterator<List<CaseId>> {

    /** As many as a page shows something of, mostly. */
    public static final int CASES_AT_ONCE = 32;

    /** No more are read with a case by which there are so many. */
    private static final long EVENTS_AT_ONCE = 2_000;

    private final Iterator<Candidate> candidates;

    /** Of these. */
    public CandidateBatches(Iterator<Candidate> candidates) {
        this.candidates = candidates;
    }

    @Override
    public boolean hasNext() {
        return candidates.hasNext();
    }

    @Override
    public List<CaseId> next() {
        List<CaseId> batch = new ArrayList<>();
        long events = 0;
        while (batch.isEmpty()
                || (batch.size() < CASES_AT_ONCE
                        && events < EVENTS_AT_ONCE
                        && candidates.hasNext())) {
            Candidate next = candidates.next();
            events += next.events();
            batch.add(next.caseId());
        }
        return batch;
    }
}
