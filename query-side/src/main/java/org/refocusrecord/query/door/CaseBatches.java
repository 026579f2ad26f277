package org.refocusrecord.query.door;

import org.refocusrecord.query.access.Asking;
import org.refocusrecord.query.caseload.Candidate;
import org.refocusrecord.query.caseload.CandidateBatches;
import org.refocusrecord.query.door.CaseReads.OpenCase;

import java.util.Iterator;
import java.util.List;

/**
 * The cases that somebody may read, opened some at a time in the order in which they are given.
 * Memory is that of a few cases however many there are, and of the longest at least.
 */
final class CaseBatches implements Iterator<List<OpenCase>> {

    private final CaseReads cases;
    private final CandidateBatches candidates;
    private final Asking asking;

    /** Through those of these that are in scope of whoever asks. */
    CaseBatches(CaseReads cases, Iterator<Candidate> candidates, Asking asking) {
        this.cases = cases;
        this.candidates = new CandidateBatches(candidates);
        this.asking = asking;
    }

    @Override
    public boolean hasNext() {
        return candidates.hasNext();
    }

    /** The next few cases that are in scope; there may be none among them. */
    @Override
    public List<OpenCase> next() {
        return cases.openThoseInScope(asking, candidates.next());
    }
}
