package org.refocusrecord.query.door;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.query.caseload.Candidate;
import org.refocusrecord.query.caseload.CandidateFilter;
import org.refocusrecord.query.caseload.Candidates;
import org.refocusrecord.query.door.CaseReads.OpenCase;
import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Purpose;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Predicate;

/**
 * Goes through the cases that somebody may read, some at a time in the order of their ids, so that
 * memory is that of a few cases however many there are.
 */
final class CaseWalk implements Iterator<List<OpenCase>> {

    /** A first page should not wait for what it does not show. */
    private static final int FEW = 16;

    private static final int MANY = 64;

    /** Long cases go by themselves. */
    private static final long EVENTS_AT_ONCE = 8_000;

    private final CaseReads cases;
    private final Candidates candidates;
    private final CandidateFilter filter;
    private final Caller caller;
    private final @Nullable Purpose purpose;
    private final Predicate<Reader> readers;
    private final List<Candidate> found = new ArrayList<>();
    private @Nullable CaseId last;
    private int most = FEW;
    private boolean all;

    /** What somebody asks for, and as whom he or she may have it. */
    record Walker(Caller caller, @Nullable Purpose purpose, Predicate<Reader> readers) {}

    /**
     * From a case on.
     *
     * @param only this case alone; null: all that may be meant
     * @param from the first case; null: the first of all
     */
    CaseWalk(
            CaseReads cases,
            Candidates candidates,
            CandidateFilter filter,
            Walker walker,
            @Nullable CaseId only,
            @Nullable CaseId from) {
        this.cases = cases;
        this.candidates = candidates;
        this.filter = filter;
        this.caller = walker.caller();
        this.purpose = walker.purpose();
        this.readers = walker.readers();
        this.all = only != null;
        this.last = from;
        CaseId first = only != null ? only : from;
        if (first != null) {
            found.add(new Candidate(first, 0));
        }
    }

    @Override
    public boolean hasNext() {
        if (found.isEmpty() && !all) {
            List<Candidate> next = candidates.after(last, filter, most);
            all = next.size() < most;
            most = MANY;
            found.addAll(next);
            last = next.isEmpty() ? last : next.getLast().caseId();
        }
        return !found.isEmpty();
    }

    /** The next few cases that are in scope; there may be none among them. */
    @Override
    public List<OpenCase> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        List<CaseId> batch = new ArrayList<>();
        long events = 0;
        while (!found.isEmpty() && (batch.isEmpty() || events < EVENTS_AT_ONCE)) {
            Candidate next = found.removeFirst();
            events += next.events();
            batch.add(next.caseId());
        }
        return cases.openThoseInScope(caller, purpose, batch).stream()
                .filter(open -> readers.test(open.reader()))
                .toList();
    }
}
