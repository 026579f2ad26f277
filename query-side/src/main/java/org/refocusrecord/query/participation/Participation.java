package org.refocusrecord.query.participation;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.team.Arm;
import org.refocusrecord.events.team.TeamAllocated;
import org.refocusrecord.query.projection.ReadPoint;
import org.refocusrecord.query.team.TeamLine;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * How far a team took part in the intervention, as of a day and as known at a moment.
 *
 * <p>Without an allocation to a study there is nothing to count: no parts, and the rest null.
 *
 * @param policy by which policy it was counted
 * @param rule how the class is found
 * @param windowFrom the first day of the twelve months
 * @param windowTo the last day
 * @param closed whether the window is over
 * @param index the parts that are known, weighed
 * @param teamClass high, low, or control
 * @param completeness which share of what should be known is known
 */
public record Participation(
        TeamId teamId,
        String policy,
        String rule,
        @Nullable Arm arm,
        @Nullable Instant asOf,
        @Nullable Instant knownAt,
        LocalDate day,
        long position,
        @Nullable LocalDate windowFrom,
        @Nullable LocalDate windowTo,
        @Nullable Boolean closed,
        List<PartCount> parts,
        @Nullable Fraction index,
        @JsonProperty("class") @Nullable TeamClass teamClass,
        @Nullable Fraction completeness) {

    /** The participation of a team, from its own facts and those of its cases. */
    public static Participation of(
            ParticipationPolicy policy, TeamLine line, CaseFacts cases, ReadPoint point) {
        TeamAllocated allocation = allocation(line, point.day());
        if (allocation == null) {
            return new Participation(
                    line.teamId(),
                    policy.name(),
                    policy.rule().name(),
                    null,
                    point.asOf(),
                    point.knownAt(),
                    point.day(),
                    point.position(),
                    null,
                    null,
                    null,
                    List.of(),
                    null,
                    null,
                    null);
        }
        Window window = new Window(allocation.startsOn(), policy.months(), point.day());
        List<PartCount> parts = new Counting(policy, window, line, cases).parts();
        boolean control = allocation.arm() == Arm.CONTROL;
        Fraction index = control ? null : index(parts);
        return new Participation(
                line.teamId(),
                policy.name(),
                policy.rule().name(),
                allocation.arm(),
                point.asOf(),
                point.knownAt(),
                point.day(),
                point.position(),
                window.from(),
                window.to(),
                window.isClosed(),
                parts,
                index,
                control ? TeamClass.CONTROL : teamClass(policy.rule(), index, parts),
                completeness(parts));
    }

    /** The latest that has started; before the first start, that which starts next. */
    static @Nullable TeamAllocated allocation(TeamLine line, LocalDate day) {
        TeamAllocated found = null;
        for (TeamAllocated allocated : line.everOf(TeamAllocated.class)) {
            boolean started = !allocated.startsOn().isAfter(day);
            boolean laterOne = found != null && !allocated.startsOn().isBefore(found.startsOn());
            if (found == null || (started && laterOne)) {
                found = allocated;
            }
        }
        return found;
    }

    private static @Nullable Fraction index(List<PartCount> parts) {
        Fraction sum = Fraction.ZERO;
        Fraction weights = Fraction.ZERO;
        for (PartCount part : parts) {
            if (part.value() != null) {
                sum = sum.plus(part.weight().times(part.value()));
                weights = weights.plus(part.weight());
            }
        }
        return weights.isZero() ? null : sum.by(weights);
    }

    private static Fraction completeness(List<PartCount> parts) {
        Fraction sum = Fraction.ZERO;
        for (PartCount part : parts) {
            sum = sum.plus(part.weight().times(part.known()));
        }
        return sum;
    }

    private static @Nullable TeamClass teamClass(
            ParticipationPolicy.Rule rule, @Nullable Fraction index, List<PartCount> parts) {
        if (index == null) {
            return null;
        }
        return switch (rule) {
            case ParticipationPolicy.Rule.Fixed fixed ->
                    index.compareTo(fixed.index()) >= 0 && isReached(parts, fixed.reachFloor())
                            ? TeamClass.HIGH
                            : TeamClass.LOW;
            // Found only when the other teams are there to compare with.
            case ParticipationPolicy.Rule.MedianSplit _ -> null;
        };
    }

    private static boolean isReached(List<PartCount> parts, Fraction floor) {
        return parts.stream()
                .filter(part -> part.part() == Part.PRACTICE_REACH)
                .map(PartCount::value)
                .anyMatch(value -> value != null && value.compareTo(floor) >= 0);
    }

    /** The same, with the class found by the median of the study's intervention teams. */
    public Participation splitAt(Fraction median) {
        return index == null
                ? this
                : with(index, index.compareTo(median) > 0 ? TeamClass.HIGH : TeamClass.LOW);
    }

    /** The median of the indexes that are known; null if none is. */
    public static @Nullable Fraction median(List<Participation> teams) {
        List<Fraction> sorted =
                teams.stream().map(Participation::index).filter(Objects::nonNull).sorted().toList();
        if (sorted.isEmpty()) {
            return null;
        }
        Fraction upper = sorted.get(sorted.size() / 2);
        Fraction lower = sorted.get((sorted.size() - 1) / 2);
        return lower.plus(upper).by(Fraction.of(2));
    }

    /** As a team sees itself while its window is open: the profile alone. */
    public Participation withoutClass() {
        return with(null, null);
    }

    private Participation with(@Nullable Fraction newIndex, @Nullable TeamClass newClass) {
        return new Participation(
                teamId,
                policy,
                rule,
                arm,
                asOf,
                knownAt,
                day,
                position,
                windowFrom,
                windowTo,
                closed,
                parts,
                newIndex,
                newClass,
                completeness);
    }
}
