package org.refocusrecord.web.reading;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.session.SessionHeld;
import org.refocusrecord.events.shape.Member;
import org.refocusrecord.events.shape.RecordShape;
import org.refocusrecord.events.team.DataGapDeclared;
import org.refocusrecord.web.json.JsonPlace;
import org.refocusrecord.web.problem.ProblemCode;

/** Tells ranges that end before they begin. */
final class Ranges {

    private Ranges() {}

    static void check(JsonPlace at, RecordShape shape, @Nullable Object[] members, Faults faults) {
        if (shape.type() == DataGapDeclared.class) {
            check(at, shape, members, "from", "to", faults);
        }
        if (shape.type() == SessionHeld.class) {
            check(at, shape, members, "occurredAt", "firstRecordedAt", faults);
        }
    }

    private static void check(
            JsonPlace at,
            RecordShape shape,
            @Nullable Object[] members,
            String from,
            String to,
            Faults faults) {
        if (isReversed(of(shape, members, from), of(shape, members, to))) {
            faults.add(at.member(to), ProblemCode.RANGE_REVERSED, "It is before " + from + ".");
        }
    }

    @SuppressWarnings("unchecked") // Both are members of one type, instants or days.
    private static boolean isReversed(@Nullable Object from, @Nullable Object to) {
        return from instanceof Comparable<?> begin
                && to != null
                && ((Comparable<Object>) begin).compareTo(to) > 0;
    }

    private static @Nullable Object of(RecordShape shape, @Nullable Object[] members, String name) {
        Member member = shape.member(name);
        return member == null ? null : members[member.index()];
    }
}
