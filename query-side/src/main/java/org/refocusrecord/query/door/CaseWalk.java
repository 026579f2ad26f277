package org.refocusrecord.query.door;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.LogReads;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.query.access.Asking;
import org.refocusrecord.query.door.CaseReads.OpenCase;
import org.refocusrecord.security.Role;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Goes through the cases that an auditor audits, one after the other in the order of their ids, so
 * that memory is that of one case.
 */
final class CaseWalk {

    private static final String CASES = "case/";
    private static final int PAGE = 500;

    private final LogReads log;
    private final CaseReads cases;
    private final Asking asking;

    CaseWalk(LogReads log, CaseReads cases, Asking asking) {
        this.log = log;
        this.cases = cases;
        this.asking = asking.inRoles(Role.AUDITOR);
    }

    /** The cases from one of them on (empty: from the first), or only this one. */
    Iterator<OpenCase> cases(@Nullable CaseId only, String from) {
        if (only != null) {
            return cases.openIfInScope(asking, only).stream().iterator();
        }
        Stream<CaseId> first = from.isEmpty() ? Stream.of() : Stream.of(CaseId.of(from));
        return Stream.concat(first, after(from))
                .map(id -> cases.openInPassing(asking, id))
                .flatMap(Optional::stream)
                .iterator();
    }

    private Stream<CaseId> after(String from) {
        return Stream.iterate(
                        page(CASES + from), page -> !page.isEmpty(), page -> page(page.getLast()))
                .flatMap(List::stream)
                .map(stream -> CaseId.of(stream.substring(CASES.length())));
    }

    private List<String> page(String after) {
        return log.streams(CASES, after, PAGE);
    }
}
