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

    private final Fetching fetching;
    private final int many;
    private final Deque<Candidate> found = new ArrayDeque<>();
    private @Nullable CaseId last;
    private int most;
    private boolean all;

    /** Where they are fetched from. */
    @FunctionalInterface
    public interface Fetching {
        /** The next behind one (null: from the first), at most so many, by their ids. */
        List<Candidate> after(@Nullable CaseId last, int limit);
    }

    /**
     * Those from one on.
     *
     * @param from null: from the first of all
     * @param few how many are fetched first
     * @param many how many are fetched at a time after that
     */
    public CandidatePages(Fetching fetching, @Nullable CaseId from, int few, int many) {
        this.fetching = fetching;
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
            List<Candidate> next = fetching.after(last, most);
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
