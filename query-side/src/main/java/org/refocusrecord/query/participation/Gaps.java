package org.refocusrecord.query.participation;

import org.refocusrecord.events.team.DataGapDeclared;
import org.refocusrecord.events.team.DataGapKind;
import org.refocusrecord.query.projection.Days;
import org.refocusrecord.query.team.TeamLine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The declared gaps of one kind: what was not captured is missing, never nought. */
record Gaps(List<Days> spans) {

    static Gaps of(TeamLine line, DataGapKind kind) {
        List<Days> spans = new ArrayList<>();
        for (DataGapDeclared gap : line.of(DataGapDeclared.class)) {
            Days span = Days.between(gap.from(), gap.to());
            if (gap.kind() == kind && span != null) {
                spans.add(span);
            }
        }
        return new Gaps(spans);
    }

    boolean cover(LocalDate day) {
        return spans.stream().anyMatch(span -> span.contains(day));
    }

    boolean overlap(Days days) {
        return spans.stream().anyMatch(span -> span.within(days) != null);
    }

    /** Which share of some days is covered. */
    Fraction share(Days days) {
        return Fraction.of(Days.count(spans, days), days.count());
    }
}
