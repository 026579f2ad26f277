package org.refocusrecord.query.caseload;

import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.WorkerId;
import org.refocusrecord.events.session.SessionHeld;
import org.refocusrecord.query.history.Fact;
import org.refocusrecord.query.history.Line;
import org.refocusrecord.query.history.SeenBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * The staff who recorded or took part in sessions of a case, each with the day of the latest. The
 * people are those of the session as first posted; an amendment may take somebody away, never add
 * anybody.
 */
final class Company {

    private static final int DAYS_ON_CASELOAD = 90;

    private Company() {}

    /** From which day on a meeting keeps a case on the caseload of who was there. */
    static LocalDate since(LocalDate today) {
        return today.minusDays(DAYS_ON_CASELOAD);
    }

    /** Whether somebody recorded or took part in a session not long ago. */
    static boolean metRecently(Line line, WorkerId worker, LocalDate today) {
        LocalDate latest = of(line).get(worker);
        return latest != null && !latest.isBefore(since(today));
    }

    static Map<WorkerId, LocalDate> of(Line line) {
        Map<WorkerId, LocalDate> latest = new TreeMap<>(Comparator.comparing(WorkerId::toString));
        for (Fact fact : line.live()) {
            if (fact.event() instanceof SessionHeld) {
                LocalDate day = day(fact, line);
                SeenBy people =
                        Objects.requireNonNull(line.seenBy().get(fact.recorded().eventId()));
                for (WorkerId worker : staff(people)) {
                    latest.merge(worker, day, (one, other) -> one.isAfter(other) ? one : other);
                }
            }
        }
        return latest;
    }

    /** A session that was moved to a later day is no more recent than it was when it was posted. */
    private static LocalDate day(Fact session, Line line) {
        Instant first = session.recorded().occurredAt();
        Instant earlier = session.place().isBefore(first) ? session.place() : first;
        return LocalDate.ofInstant(earlier, line.zone());
    }

    private static Set<WorkerId> staff(SeenBy people) {
        Set<Person> all = new HashSet<>(people.staff());
        all.add(people.recorder());
        Set<WorkerId> staff = new HashSet<>();
        for (Person person : all) {
            if (person.party() == Party.STAFF) {
                staff.add(WorkerId.of(person.id()));
            }
        }
        return staff;
    }
}
