package org.refocusrecord.query.caseload;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Predicate;

/**
 * Candidates in an order, fetched some at a time: few first, for whoever waits for a page, and then
 * ever more.
 */
public final class CandidatePages implements Iterator<Candidate> {

    private final Fetching fetching;
    private final int many;
    private final Predicate<Candidate> meant;
    private final Deque<Candidate> found = new ArrayDeque<>();
    private @Nullable CaseId last;
    private int most;
    private boolean all;

    /** Where they are fetched from. */
    @FunctionalInterface
    public interface Fetching {
        /** The next behind one (null: from the first), at most so many, in their order. */
        List<Candidate> after(@Nullable CaseId last, int limit);
    }

    /**
     * Those from one on.
     *
     * @param from null: from the first of all
     * @param few how many are fetched first
     * @param many how many are fetched at a time at most
     * @param meant which of what is fetched may be meant
     */
    public CandidatePages(
            Fetching fetching,
            @Nullable CaseId from,
            int few,
            int many,
            Predicate<Candidate> meant) {
        this.meant = meant;
        this.fetching = fetching;
        this.last = from;
        this.most = few;
        this.many = many;
        if (from != null) {
            found.add(new Candidate(from, 0, false));
        }
    }

    @Override
    public boolean hasNext() {
        while (found.isEmpty() && !all) {
            List<Candidate> next = fetching.after(last, most);
            all = next.size() < most;
            most = Math.min(2 * most, many);
            next.stream().filter(meant).forEach(found::add);
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
