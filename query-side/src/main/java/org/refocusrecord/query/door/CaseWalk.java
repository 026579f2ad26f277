package org.refocusrecord.query.door;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.query.caseload.Candidate;
import org.refocusrecord.query.door.CaseReads.OpenCase;
import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Purpose;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Goes through the cases that somebody may read, some at a time in the order of their ids, so that
 * memory is that of a few cases however many there are.
 */
final class CaseWalk implements Iterator<List<OpenCase>> {

    private static final int CASES_AT_ONCE = 64;

    /** Long cases go by themselves. */
    private static final long EVENTS_AT_ONCE = 8_000;

    private final CaseReads cases;
    private final Iterator<Candidate> candidates;
    private final Walker walker;

    /** What somebody asks for, and as whom he or she may have it. */
    record Walker(Caller caller, @Nullable Purpose purpose, Predicate<Reader> readers) {}

    /** Through those of these that are in scope. */
    CaseWalk(CaseReads cases, Iterator<Candidate> candidates, Walker walker) {
        this.cases = cases;
        this.candidates = candidates;
        this.walker = walker;
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
        return cases.openThoseInScope(walker.caller(), walker.purpose(), batch).stream()
                .filter(open -> walker.readers().test(open.reader()))
                .toList();
    }
}
