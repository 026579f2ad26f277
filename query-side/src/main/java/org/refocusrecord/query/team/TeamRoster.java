package org.refocusrecord.query.team;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.WorkerId;
import org.refocusrecord.events.team.StaffJoined;
import org.refocusrecord.events.team.StaffLeft;
import org.refocusrecord.events.team.StaffMoved;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who was in a team, from when to when.
 *
 * <p>Joining counts from its day, leaving names the last day. Whoever joins again without having
 * left has another profession or role from then on; whoever leaves without having joined was not
 * there, and no harm is done.
 */
public final class TeamRoster {

    private static final Comparator<Membership> BY_DAY =
            Comparator.comparing(Membership::from)
                    .thenComparing(membership -> membership.workerId().toString());

    private final List<Membership> ended = new ArrayList<>();
    private final Map<WorkerId, Membership> present = new LinkedHashMap<>();

    private TeamRoster() {}

    /** The roster as the line tells it. */
    public static TeamRoster of(TeamLine line) {
        TeamRoster roster = new TeamRoster();
        line.of(StaffMoved.class).forEach(roster::after);
        return roster;
    }

    private void after(StaffMoved moved) {
        Membership now = present.get(moved.workerId());
        switch (moved) {
            case StaffJoined joined -> joined(joined, now);
            case StaffLeft left -> {
                if (now != null) {
                    present.remove(left.workerId());
                    ended.add(now.until(left.on()));
                }
            }
        }
    }

    private void joined(StaffJoined joined, @Nullable Membership now) {
        Membership next =
                new Membership(
                        joined.workerId(),
                        joined.profession() == null && now != null
                                ? now.profession()
                                : joined.profession(),
                        joined.role(),
                        joined.on(),
                        null);
        if (now != null && now.profession() == next.profession() && now.role() == next.role()) {
            return;
        }
        if (now != null && now.from().isBefore(next.from())) {
            ended.add(now.until(next.from().minusDays(1)));
        }
        present.put(next.workerId(), next);
    }

    /** All memberships, the earliest first. */
    public List<Membership> memberships() {
        List<Membership> all = new ArrayList<>(ended);
        all.addAll(present.values());
        all.sort(BY_DAY);
        return List.copyOf(all);
    }

    /** Whether somebody was there on a day, in any role. */
    public boolean has(WorkerId worker, LocalDate day) {
        return memberships().stream()
                .anyMatch(member -> member.workerId().equals(worker) && member.covers(day));
    }

    /** Who was there on a day, each worker once. */
    public Collection<Membership> on(LocalDate day) {
        Map<WorkerId, Membership> there = new LinkedHashMap<>();
        for (Membership membership : memberships()) {
            if (membership.covers(day)) {
                there.put(membership.workerId(), membership);
            }
        }
        return there.values();
    }
}
