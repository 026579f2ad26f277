package org.refocusrecord.query.participation;

import org.refocusrecord.events.ProjectId;
import org.refocusrecord.events.team.PartnershipProjectMoved;
import org.refocusrecord.events.team.ProjectStatus;
import org.refocusrecord.query.team.TeamLine;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** How far the best partnership project of a team has come. */
final class Projects {

    private static final Fraction HALF = Fraction.of(1, 2);

    private Projects() {}

    static Fraction best(TeamLine line, LocalDate day) {
        Map<ProjectId, ProjectStatus> latest = new HashMap<>();
        Set<ProjectId> underWayOnce = new HashSet<>();
        for (PartnershipProjectMoved moved : line.of(PartnershipProjectMoved.class)) {
            if (!moved.on().isAfter(day)) {
                latest.put(moved.projectId(), moved.status());
                if (moved.status() == ProjectStatus.UNDER_WAY) {
                    underWayOnce.add(moved.projectId());
                }
            }
        }
        Fraction best = Fraction.ZERO;
        for (Map.Entry<ProjectId, ProjectStatus> project : latest.entrySet()) {
            Fraction worth = worth(project.getValue(), underWayOnce.contains(project.getKey()));
            best = worth.compareTo(best) > 0 ? worth : best;
        }
        return best;
    }

    private static Fraction worth(ProjectStatus status, boolean underWayOnce) {
        return switch (status) {
            case COMPLETED -> Fraction.ONE;
            case UNDER_WAY -> HALF;
            case ABANDONED -> underWayOnce ? HALF : Fraction.ZERO;
            case NOT_STARTED, PLANNED -> Fraction.ZERO;
        };
    }
}
