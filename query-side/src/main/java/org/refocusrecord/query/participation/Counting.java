package org.refocusrecord.query.participation;

import org.refocusrecord.query.projection.Days;
import org.refocusrecord.query.team.TeamLine;
import org.refocusrecord.query.team.TeamRoster;

import java.util.List;
import java.util.stream.Stream;

/** Counts the parts of one team's participation, from its start up to a day. */
record Counting(ParticipationPolicy policy, Window window, TeamLine line, CaseFacts cases) {

    private static final Fraction HALF = Fraction.of(1, 2);

    List<PartCount> parts() {
        return Stream.of(Part.values()).map(this::counted).toList();
    }

    private PartCount notStarted(Part part) {
        return PartCount.of(
                part,
                Fraction.ZERO,
                Fraction.ZERO,
                policy.weight(part),
                false,
                List.of(),
                Fraction.ZERO);
    }

    private PartCount counted(Part part) {
        Gaps gaps = Gaps.of(line, part.gap());
        return switch (part) {
            case RECOVERY_TRAINING, COACHING_TRAINING -> training(part, gaps);
            case TEAM_REFLECTION, LEADER_REFLECTION -> reflection(part, gaps);
            case PARTNERSHIP_PROJECT -> window.isStarted() ? project(part, gaps) : notStarted(part);
            case PRACTICE_REACH -> window.isStarted() ? reach(part, gaps) : notStarted(part);
        };
    }

    private PartCount training(Part part, Gaps gaps) {
        Series series = Series.of(policy, part, window, line, gaps);
        Attending attending = new Attending(TeamRoster.of(line), policy.rostered(), window.day());
        Attending.Attended attended = attending.in(series.counting());
        return PartCount.of(
                part,
                attended.attended(),
                attended.rostered(),
                policy.weight(part),
                false,
                series.notCounted(),
                series.known());
    }

    private PartCount reflection(Part part, Gaps gaps) {
        Series series = Series.of(policy, part, window, line, gaps);
        return PartCount.of(
                part,
                Fraction.of(series.heldOnes()),
                Fraction.of(series.counting().size()),
                policy.weight(part),
                false,
                series.notCounted(),
                series.known());
    }

    private PartCount project(Part part, Gaps gaps) {
        return PartCount.of(
                part,
                Projects.best(line, window.day()),
                Fraction.ONE,
                policy.weight(part),
                gaps.cover(window.day()),
                List.of(),
                known(gaps));
    }

    private PartCount reach(Part part, Gaps gaps) {
        Days soFar = window.soFar();
        Reach reach = Reach.of(cases, line.teamId(), soFar, policy.daysOnCaseload());
        return PartCount.of(
                part,
                reach.reached(),
                reach.ofAll(),
                policy.weight(part),
                gaps.share(soFar).compareTo(HALF) > 0,
                List.of(),
                known(gaps));
    }

    private Fraction known(Gaps gaps) {
        return Fraction.ONE.minus(gaps.share(window.soFar()));
    }
}
