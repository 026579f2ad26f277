package org.refocusrecord.query.participation;

import org.refocusrecord.events.ServiceUserId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.workingpractice.Practice;
import org.refocusrecord.query.projection.Days;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How many of a team's people a working practice reached.
 *
 * @param reached people reached, the counts of the practices added
 * @param ofAll people who count, once for each practice
 */
record Reach(Fraction reached, Fraction ofAll) {

    private static final List<Practice> PRACTICES =
            List.of(Practice.WP1, Practice.WP2, Practice.WP3);

    private record Reached(ServiceUserId person, Practice practice) {}

    static Reach of(CaseFacts cases, TeamId team, Days window, int daysOnCaseload) {
        Set<ServiceUserId> eligible = eligible(cases, team, window, daysOnCaseload);
        Set<Reached> reached = new HashSet<>();
        for (PracticeDay done : cases.practiceDays()) {
            if (done.withPerson()
                    && team.equals(done.teamId())
                    && window.contains(done.day())
                    && PRACTICES.contains(done.practice())
                    && eligible.contains(done.serviceUserId())) {
                reached.add(new Reached(done.serviceUserId(), done.practice()));
            }
        }
        return new Reach(
                Fraction.of(reached.size()),
                Fraction.of((long) PRACTICES.size() * eligible.size()));
    }

    private static Set<ServiceUserId> eligible(
            CaseFacts cases, TeamId team, Days window, int daysOnCaseload) {
        Map<ServiceUserId, List<Days>> stays = new HashMap<>();
        for (Stay stay : cases.stays()) {
            if (stay.teamId().equals(team)) {
                stays.computeIfAbsent(stay.serviceUserId(), _ -> new ArrayList<>())
                        .add(stay.days());
            }
        }
        stays.values().removeIf(spans -> Days.count(spans, window) < daysOnCaseload);
        return stays.keySet();
    }
}
