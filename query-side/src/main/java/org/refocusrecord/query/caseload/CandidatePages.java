package org.refocusrecord.query.caseload;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Candidates by their ids, fetched some at a time: of a first page few, for whoever waits for it.
 */
public final class CandidatePages implements Iterator<Candidate> {

    private final Candidates candidates;
    private final CandidateFilter filter;
    private final int many;
    private final Deque<Candidate> found = new ArrayDeque<>();
    private @Nullable CaseId last;
    private int most;
    private boolean all;

    /**
     * Those from one on.
     *
     * @param from null: from the first of all
     * @param few how many are fetched first
     * @param many how many are fetched at a time after that
     */
    public CandidatePages(
            Candidates candidates,
            CandidateFilter filter,
            @Nullable CaseId from,
            int few,
            int many) {
        this.candidates = candidates;
        this.filter = filter;
        this.last = from;
        this.most = few;
        this.many = many;
        if (from != null) {
            found.add(new Candidate(from, 0));
        }
    }

    @Override
    public boolean hasNext() {
        if (found.isEmpty() && !all) {
            List<Candidate> next = candidates.after(last, filter, most);
            all = next.size() < most;
            most = many;
            found.addAll(next);
            last = next.isEmpty() ? last : next.getLast().caseId();
        }
        return !found.isEmpty();
    }

    @Override
    public Candidate next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return found.removeFirst();
    }
}
