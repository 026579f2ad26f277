package org.refocusrecord.bench;

import org.refocusrecord.bench.Told.Kind;
import org.refocusrecord.bench.Told.Said;
import org.refocusrecord.events.CaseId;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * What is told of one person over years, in the order in which it is recorded. Goals with two steps
 * and a care action each; of each some entries come late, so that they stand before what was
 * recorded earlier, and some are amended, moved or taken back.
 */
final class YearsOfCare {

    private static final Instant FIRST = Instant.parse("2011-01-10T10:00:00Z");
    private static final int STARTS = 180;
    private static final int EVENTS_OF_A_GOAL = 13;
    private static final Duration LONGEST = Duration.ofDays(13 * 365L);
    private static final Duration LONGEST_OF_A_GOAL = Duration.ofDays(250);

    private final Sayings sayings;
    private final int events;
    private final List<Told> told = new ArrayList<>();
    private int so;

    private YearsOfCare(Cast cast, int events) {
        this.sayings = new Sayings(cast);
        this.events = events;
    }

    /** So many events; which person it is of makes no more difference than when care began. */
    static YearsOfCare of(Cast cast, int events, int person) {
        YearsOfCare years = new YearsOfCare(cast, events);
        years.tell(FIRST.plus(person % STARTS, ChronoUnit.DAYS));
        return years;
    }

    CaseId caseId() {
        return sayings.caseId();
    }

    List<Told> told() {
        return told;
    }

    private void tell(Instant first) {
        add(sayings.opened(first));
        int goals = Math.max(1, events / EVENTS_OF_A_GOAL);
        Duration pace = LONGEST.dividedBy(goals).truncatedTo(ChronoUnit.SECONDS);
        if (pace.compareTo(LONGEST_OF_A_GOAL) > 0) {
            pace = LONGEST_OF_A_GOAL;
        }
        boolean more = true;
        for (int goal = 0; more; goal++) {
            more = goal(goal, first.plus(pace.multipliedBy(goal)));
        }
        while (so < events) {
            add(sayings.crisisPlan(first));
        }
    }

    /** Whether there was room for all of it. */
    private boolean goal(int number, Instant at) {
        Said goal = sayings.begun(Kind.GOAL, null, "Goal %d: to the allotment again", number, null);
        Said own = step(goal, "Step %d: ring Sam at the allotment", number, "SERVICE_USER");
        Said shared = step(goal, "Step %d: ride the number 12 bus", number, "STAFF");
        Said action = sayings.begun(Kind.ACTION, null, "Action %d: blood test", number, "STAFF");
        Told set = sayings.met(at, List.of(goal, own, shared, action));
        return add(set)
                && add(sayings.met(days(at, 20), List.of(done(own), both(shared))))
                && add(sayings.late(days(at, 10), List.of(sayings.now(own, "STARTED"))))
                && (number % 2 != 0 || add(sayings.amended(goal, number)))
                && (number % 3 != 1 || add(sayings.moved(set, days(at, 2))))
                && (number % 4 != 3 || takenBack(goal, number, days(at, 25)))
                && (number % 2 != 1 || add(sayings.met(days(at, 30), ended(goal, action))));
    }

    private Said step(Said goal, String text, int number, String responsible) {
        return sayings.begun(Kind.STEP, goal.item(), text, number, responsible);
    }

    private Said done(Said step) {
        return sayings.now(step, "DONE");
    }

    private Said both(Said step) {
        return sayings.shared(step, "SERVICE_USER+STAFF");
    }

    private List<Said> ended(Said goal, Said action) {
        return List.of(sayings.now(action, Said.REMOVED), sayings.now(goal, "COMPLETED"));
    }

    private boolean takenBack(Said goal, int number, Instant at) {
        Told wrong = sayings.met(at, List.of(step(goal, "Step %d: of another", number, "STAFF")));
        return so + wrong.events() + 1 <= events && add(wrong) && add(sayings.inError(wrong.id()));
    }

    private boolean add(Told next) {
        if (so + next.events() > events) {
            return false;
        }
        so += next.events();
        return told.add(next);
    }

    private static Instant days(Instant at, int days) {
        return at.plus(days, ChronoUnit.DAYS);
    }
}
