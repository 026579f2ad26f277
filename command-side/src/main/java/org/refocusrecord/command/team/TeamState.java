package org.refocusrecord.command.team;

import org.refocusrecord.command.Ledger;
import org.refocusrecord.events.WorkerId;
import org.refocusrecord.events.team.StaffJoined;
import org.refocusrecord.events.team.StaffLeft;
import org.refocusrecord.events.team.StaffMoved;
import org.refocusrecord.events.team.TeamEvent;
import org.refocusrecord.events.team.TeamRegistered;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What decisions need of a team: what was recorded about it.
 *
 * @param ledger everything recorded
 */
public record TeamState(Ledger<TeamEvent> ledger) {

    /** A team of which nothing is recorded. */
    public static final TeamState EMPTY = new TeamState(Ledger.empty());

    /** Its registration, in error or not: a team in error is still there. */
    public Optional<TeamRegistered> registered() {
        return ledger.inOrder().stream()
                .map(Ledger.Line::event)
                .filter(TeamRegistered.class::isInstance)
                .map(TeamRegistered.class::cast)
                .findFirst();
    }

    /**
     * Whether a worker is on the roster on a day. Of a leaving the day is the last one; on one and
     * the same day what was recorded last counts.
     */
    public boolean isOnRoster(WorkerId worker, LocalDate day) {
        List<StaffMoved> moves =
                ledger.standing().stream()
                        .filter(StaffMoved.class::isInstance)
                        .map(StaffMoved.class::cast)
                        .filter(moved -> moved.workerId().equals(worker))
                        .filter(moved -> !moved.on().isAfter(day))
                        .sorted(Comparator.comparing(StaffMoved::on))
                        .toList();
        boolean onRoster = false;
        for (StaffMoved moved : moves) {
            onRoster =
                    switch (moved) {
                        case StaffJoined _ -> true;
                        case StaffLeft left -> onRoster && left.on().equals(day);
                    };
        }
        return onRoster;
    }
}
