package org.refocusrecord.query.door;

import org.refocusrecord.events.CaseId;
import org.refocusrecord.query.access.Asking;
import org.refocusrecord.query.caseload.Candidate;
import org.refocusrecord.query.door.CaseReads.OpenCase;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The cases that somebody may read, opened some at a time in the order in which they are given.
 * Memory is that of a few cases however many there are, and of the longest at least.
 */
final class CaseBatches implements Iterator<List<OpenCase>> {

    /** As many as a page shows something of, mostly; and others wait for their turn meanwhile. */
    private static final int CASES_AT_ONCE = 32;

    /** No more are read with a case by which there are so many. */
    private static final long EVENTS_AT_ONCE = 2_000;

    private final CaseReads cases;
    private final Iterator<Candidate> candidates;
    private final Asking asking;

    /** Through those of these that are in scope of whoever asks. */
    CaseBatches(CaseReads cases, Iterator<Candidate> candidates, Asking asking) {
        this.cases = cases;
        this.candidates = candidates;
        this.asking = asking;
    }

    @Override
    public boolean hasNext() {
        return candidates.hasNext();
    }

    /** The next few cases that are in scope; there may be none among them. */
    @Override
    public List<OpenCase> next() {
        List<CaseId> batch = new ArrayList<>();
        long events = 0;
        while (batch.isEmpty()
                || (candidates.hasNext()
                        && batch.size() < CASES_AT_ONCE
                        && events < EVENTS_AT_ONCE)) {
            Candidate next = candidates.next();
            events += next.events();
            batch.add(next.caseId());
        }
        return cases.openThoseInScope(asking, batch);
    }
}
