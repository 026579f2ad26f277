package org.refocusrecord.query.door;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.query.history.Line;
import org.refocusrecord.query.projection.ReadPoint;
import org.refocusrecord.query.record.CareTimes;
import org.refocusrecord.query.responsibility.By;
import org.refocusrecord.query.responsibility.Responsibilities;
import org.refocusrecord.query.responsibility.Responsibility;
import org.refocusrecord.web.query.QueryParameter;
import org.refocusrecord.web.query.QueryValues;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Which steps and care actions are counted, and by what. */
final class ResponsibilityQuestion {

    /** What is counted. */
    enum Counted {
        current,
        planned,
        done
    }

    /** What kind is counted. */
    enum Kind {
        step,
        action
    }

    static final QueryParameter<Counted> BY =
            QueryParameter.code("by", "What is counted; current if left out.", Counted.class);
    static final QueryParameter<Kind> KIND =
            QueryParameter.code("kind", "Steps or actions only.", Kind.class);

    private final QueryValues query;
    private final ReadPoint point;
    private final By by;

    ResponsibilityQuestion(QueryValues query, ReadPoint point) {
        this.query = query;
        this.point = point;
        this.by = by(query.get(BY));
    }

    private static By by(@Nullable Counted counted) {
        return switch (counted) {
            case null -> By.CURRENT;
            case current -> By.CURRENT;
            case planned -> By.PLANNED;
            case done -> By.DONE;
        };
    }

    /** The parties responsible for each step and action of a case that is counted. */
    List<Set<Party>> counted(CaseReads.OpenCase open) {
        if (!AuditFilter.isOfTrust(query, open.history())) {
            return List.of();
        }
        Line line = open.at(point);
        CareTimes times = CareTimes.of(line);
        return Responsibilities.of(line).stream()
                .filter(row -> isCounted(row, line) && isOfTeam(row, times))
                .map(row -> row.parties(by))
                .toList();
    }

    private boolean isCounted(Responsibility row, Line line) {
        Kind kind = query.get(KIND);
        boolean ofKind =
                kind == null || (kind == Kind.step) == (row.kind() == Responsibility.Kind.STEP);
        return ofKind
                && row.isCounted(by)
                && row.isWithin(
                        by,
                        query.get(QueryParameter.FROM),
                        query.get(QueryParameter.TO),
                        line.zone())
                && AuditFilter.involves(query, row.persons(by));
    }

    /** The team now; of what was planned or done, the team of that day. */
    private boolean isOfTeam(Responsibility row, CareTimes times) {
        TeamId team = query.get(AuditFilter.TEAM);
        LocalDate day = by == By.CURRENT ? point.day() : row.day(by);
        return team == null || team.equals(times.teamOn(day));
    }
}
