package org.refocusrecord.query.door;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.query.access.Asking;
import org.refocusrecord.query.door.CaseReads.OpenCase;
import org.refocusrecord.query.planaudit.PlanAtDate;
import org.refocusrecord.query.planaudit.PlanAudit;
import org.refocusrecord.query.projection.ReadPoint;
import org.refocusrecord.web.problem.Fault;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.problem.ProblemException;
import org.refocusrecord.web.query.QueryParameter;
import org.refocusrecord.web.query.QueryValues;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** Whose plans are audited, and at which dates. */
final class PlanAuditQuestion {

    static final QueryParameter<List<LocalDate>> DATES =
            QueryParameter.days(
                            "dates",
                            "At the end of which days, one after the other, with commas between"
                                    + " them; 60 at most.",
                            60)
                    .asRequired();

    static final QueryParameter<Integer> PEOPLE =
            QueryParameter.number(
                    "people",
                    "No more than so many people, drawn by chance; all if left out.",
                    1,
                    1_000_000);

    static final QueryParameter<Long> SEED =
            QueryParameter.count(
                    "seed", "With `people`: another sample for another number; 0 if left out.");

    private final QueryValues query;
    private final ReadPoint point;
    private final List<LocalDate> dates;

    PlanAuditQuestion(QueryValues query, ReadPoint point, LocalDate today) {
        this.query = query;
        this.point = point;
        this.dates = Objects.requireNonNull(query.get(DATES));
        if (dates.getLast().isAfter(today)) {
            throw new ProblemException(Fault.at("/dates", ProblemCode.TIME_IN_FUTURE));
        }
        if (query.get(SEED) != null && query.get(PEOPLE) == null) {
            throw new ProblemException(
                    new Fault(
                            "/people",
                            ProblemCode.QUERY_NOT_READABLE,
                            "It has to be given with a seed."));
        }
    }

    List<LocalDate> dates() {
        return dates;
    }

    /** The cases to look through: all, or in the order in which people are drawn. */
    CaseWalk walk(CaseWalks walks, Asking asking) {
        CaseFinding.Asked which =
                new CaseFinding.Asked(query.get(AuditFilter.CASE), query.get(AuditFilter.TEAM));
        Long seed = query.get(SEED);
        return query.get(PEOPLE) == null
                ? walks.audited(asking, point, which)
                : walks.sampled(asking, point, which, seed == null ? 0 : seed);
    }

    long people() {
        Integer people = query.get(PEOPLE);
        return people == null ? Long.MAX_VALUE : people;
    }

    /**
     * The plans of a case at the dates; null at a date at which care was not open, or with another
     * team than was asked for. Empty where there is no such date at all.
     */
    List<@Nullable PlanAtDate> plans(OpenCase open) {
        if (!AuditFilter.isOfTrust(query, open.history())) {
            return List.of();
        }
        List<@Nullable PlanAtDate> plans =
                PlanAudit.of(
                        open.history().as(null, point.knownAt()),
                        dates,
                        query.get(AuditFilter.TEAM));
        return plans.stream().allMatch(Objects::isNull) ? List.<@Nullable PlanAtDate>of() : plans;
    }
}
