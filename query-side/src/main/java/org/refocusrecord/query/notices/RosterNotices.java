package org.refocusrecord.query.notices;

import org.refocusrecord.events.Answers;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.casefile.CaseEvent;
import org.refocusrecord.events.shape.Mapping;
import org.refocusrecord.query.history.Fact;
import org.refocusrecord.query.history.Line;
import org.refocusrecord.query.history.Session;
import org.refocusrecord.query.record.CareTimes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The notices of a case that need its teams' rosters too: staff of a session or its entries who
 * were not in the case's team that day.
 */
public final class RosterNotices {

    private RosterNotices() {}

    /** The notices of a case, by a look-up of rosters. */
    public static List<Notice> of(Line line, Roster roster) {
        CareTimes times = CareTimes.of(line);
        List<Notice> notices = new ArrayList<>();
        for (Fact fact : line.facts()) {
            if (fact.isLive() && fact.sessionId() != null) {
                LocalDate day = fact.place().atZone(line.zone()).toLocalDate();
                TeamId team = times.teamOn(day);
                if (team != null && hasStranger(fact, team, day, roster)) {
                    notices.add(Notice.of(NoticeCode.STAFF_NOT_ON_ROSTER, fact));
                }
            }
        }
        return List.copyOf(notices);
    }

    private static boolean hasStranger(Fact fact, TeamId team, LocalDate day, Roster roster) {
        Set<Person> known = new HashSet<>();
        Session session = fact.session();
        if (session != null) {
            // Whoever was at the session is noticed there, once.
            known.addAll(staff(session.header().event()));
        }
        return staff(fact.event()).stream()
                .filter(worker -> !known.contains(worker))
                .anyMatch(worker -> !roster.has(team, worker, day));
    }

    private static Set<Person> staff(CaseEvent event) {
        Parties parties = new Parties();
        Mapping.of(CaseEvent.class, event, "", parties);
        return parties.staff;
    }

    private static final class Parties implements Mapping.Replacing {
        private final Set<Person> staff = new HashSet<>();

        @Override
        public Person person(String pointer, Person person) {
            if (person.party() == Party.STAFF) {
                staff.add(person);
            }
            return person;
        }

        @Override
        public Words words(String pointer, Words words) {
            return words;
        }

        @Override
        public Answers answers(String pointer, Answers answers) {
            return answers;
        }
    }
}
