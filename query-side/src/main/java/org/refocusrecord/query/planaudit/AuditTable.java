package org.refocusrecord.query.planaudit;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.careaction.Focus;
import org.refocusrecord.query.planaudit.AuditedPoint.Change;
import org.refocusrecord.query.responsibility.ResponsibilityCounts;
import org.refocusrecord.query.responsibility.ResponsibilityTally;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The table of an audit: a row a date, whoever the people are. */
public final class AuditTable {

    private final List<Tally> tallies = new ArrayList<>();

    /** With nobody in it. */
    public AuditTable(List<LocalDate> dates) {
        dates.forEach(date -> tallies.add(new Tally(date)));
    }

    /**
     * One date.
     *
     * @param people whose care was open
     * @param plans how many of them had anything to be done in their plan
     * @param actions how many things were to be done, of which {@code steps} are of goals
     * @param counts the same by the set of parties responsible
     * @param shares of the total of the counts
     * @param outsideTable where somebody else has a part in it
     * @param focus by what they are about; {@code NONE} where that was not said
     * @param added how many came since the date before; null at the first
     * @param responsibleChanged of how many others are responsible than at the date before
     */
    public record Row(
            LocalDate date,
            long people,
            long plans,
            long actions,
            long steps,
            Map<String, Long> counts,
            Map<String, @Nullable BigDecimal> shares,
            long outsideTable,
            Map<String, Long> focus,
            @Nullable Long added,
            @Nullable Long removed,
            @Nullable Long changed,
            @Nullable Long responsibleChanged) {}

    /** The plans of one more person, one a date; those that are not to be counted are null. */
    public void add(List<? extends @Nullable PlanAtDate> plans) {
        for (int index = 0; index < plans.size(); index++) {
            PlanAtDate plan = plans.get(index);
            if (plan != null) {
                tallies.get(index).add(plan);
            }
        }
    }

    /** The rows, by date. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (int index = 0; index < tallies.size(); index++) {
            rows.add(tallies.get(index).row(index == 0));
        }
        return rows;
    }

    private static final class Tally {
        private final LocalDate date;
        private final ResponsibilityTally parties = new ResponsibilityTally();
        private final Map<Change, Long> changes = new EnumMap<>(Change.class);
        private final Map<String, Long> focus = new LinkedHashMap<>();
        private long people;
        private long plans;
        private long actions;
        private long steps;
        private long responsibleChanged;

        Tally(LocalDate date) {
            this.date = date;
            for (Focus each : Focus.values()) {
                focus.put(each.name(), 0L);
            }
            focus.put("NONE", 0L);
        }

        void add(PlanAtDate plan) {
            people++;
            plans += plan.points().stream().anyMatch(AuditedPoint::isInPlan) ? 1 : 0;
            plan.points().forEach(this::add);
        }

        private void add(AuditedPoint audited) {
            changes.merge(audited.change(), 1L, Long::sum);
            responsibleChanged += audited.changed().contains("responsible") ? 1 : 0;
            if (audited.isInPlan()) {
                ActionPoint point = audited.point();
                actions++;
                steps += point.kind() == ActionPoint.Kind.STEP ? 1 : 0;
                parties.add(point.parties());
                focus.merge(point.focus() == null ? "NONE" : point.focus().name(), 1L, Long::sum);
            }
        }

        Row row(boolean first) {
            ResponsibilityCounts counts = parties.counts();
            return new Row(
                    date,
                    people,
                    plans,
                    actions,
                    steps,
                    counts.counts(),
                    counts.shares(),
                    counts.outsideTable(),
                    focus,
                    first ? null : count(Change.ADDED),
                    first ? null : count(Change.REMOVED),
                    first ? null : count(Change.CHANGED),
                    first ? null : Long.valueOf(responsibleChanged));
        }

        private long count(Change change) {
            return changes.getOrDefault(change, 0L);
        }
    }
}
