package org.refocusrecord.query.notices;

import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.WorkerId;
import org.refocusrecord.events.casefile.CaseEvent;
import org.refocusrecord.events.shape.Persons;
import org.refocusrecord.query.history.Fact;
import org.refocusrecord.query.history.Line;
import org.refocusrecord.query.history.Session;
import org.refocusrecord.query.record.CareTimes;
import org.refocusrecord.query.record.Rosters;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A member of staff whom a session or an entry of it names, with the case's team of that day.
 * Whether he or she was on its roster is asked when it is read, because rosters may be told later.
 * Who was at the session is named there, and not with its entries again.
 */
public record StaffNamed(
        CommandId sessionId,
        AnyId entryId,
        Instant occurredAt,
        LocalDate day,
        TeamId teamId,
        WorkerId workerId) {

    /**
     * A notice of every session or entry that names staff who were not on the roster, in the order
     * of the line.
     */
    public static List<Notice> strangers(Line line, Rosters rosters) {
        return of(line).stream()
                .filter(named -> !rosters.has(named.teamId, named.workerId, named.day))
                .map(StaffNamed::notice)
                .distinct()
                .toList();
    }

    private Notice notice() {
        return new Notice(NoticeCode.STAFF_NOT_ON_ROSTER.code(), sessionId, entryId, occurredAt);
    }

    /** All who are named in a case. */
    public static List<StaffNamed> of(Line line) {
        CareTimes times = CareTimes.of(line);
        List<StaffNamed> all = new ArrayList<>();
        for (Fact fact : line.live()) {
            CommandId session = fact.sessionId();
            LocalDate day = fact.place().atZone(line.zone()).toLocalDate();
            TeamId team = times.teamOn(day);
            if (session != null && team != null) {
                for (WorkerId worker : named(fact)) {
                    all.add(new StaffNamed(session, fact.id(), fact.place(), day, team, worker));
                }
            }
        }
        return all;
    }

    private static Set<WorkerId> named(Fact fact) {
        Set<WorkerId> named = staff(fact.event());
        Session session = fact.session();
        if (session != null && !named.isEmpty()) {
            named.removeAll(staff(session.header().event()));
        }
        return named;
    }

    private static Set<WorkerId> staff(CaseEvent event) {
        Set<WorkerId> staff = new LinkedHashSet<>();
        Persons.in(
                (Record) event,
                person -> {
                    if (person.party() == Party.STAFF) {
                        staff.add(WorkerId.of(person.id()));
                    }
                });
        return staff;
    }
}
