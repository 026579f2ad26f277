package org.refocusrecord.query.audittrail;

import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.correction.EntryAmended;
import org.refocusrecord.events.goal.GoalEvent;
import org.refocusrecord.events.goal.GoalSet;
import org.refocusrecord.events.goal.GoalVoiced;
import org.refocusrecord.events.session.OwnEntriesWritten;
import org.refocusrecord.events.session.SessionHeld;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The people of a case's goals, whatever was known of them at any time: as first said and as ever
 * amended, where first said and wherever their session was ever moved to. Nobody by whom a goal was
 * ever to be found is missing.
 */
public final class GoalPeople {

    private final Map<AnyId, CommandId> sessions = new HashMap<>();
    private final Map<CommandId, List<Instant>> places = new HashMap<>();
    private final Map<Person, GoalPerson> people = new LinkedHashMap<>();

    private GoalPeople() {}

    /** Those of a whole stream. */
    public static Collection<GoalPerson> of(List<RecordedEvent> stream) {
        GoalPeople goals = new GoalPeople();
        stream.forEach(goals::place);
        stream.forEach(goals::met);
        return goals.people.values();
    }

    private void place(RecordedEvent recorded) {
        switch (recorded.event()) {
            case SessionHeld _, OwnEntriesWritten _ ->
                    at(recorded.commandId(), recorded.occurredAt());
            case GoalEvent goal ->
                    sessions.put(new AnyId(goal.entryId().value()), recorded.commandId());
            case EntryAmended amended -> {
                CommandId session = new CommandId(amended.target().value());
                switch (amended.replacement()) {
                    case SessionHeld held -> at(session, held.occurredAt());
                    case OwnEntriesWritten written -> at(session, written.occurredAt());
                    default -> {}
                }
            }
            default -> {}
        }
    }

    private void at(CommandId session, Instant place) {
        places.computeIfAbsent(session, _ -> new ArrayList<>()).add(place);
    }

    private void met(RecordedEvent recorded) {
        switch (recorded.event()) {
            case GoalEvent goal -> {
                if (said(goal, recorded.commandId())) {
                    add(recorded.recordedBy(), recorded.commandId());
                }
            }
            case EntryAmended amended -> {
                CommandId session = sessions.get(amended.target());
                if (session != null) {
                    said(amended.replacement(), session);
                }
            }
            default -> {}
        }
    }

    /** Whether it brings a goal. */
    private boolean said(Event event, CommandId session) {
        return switch (event) {
            case GoalSet set -> {
                set.setBy().forEach(person -> add(person, session));
                add(set.proposedBy(), session);
                yield true;
            }
            case GoalVoiced _ -> true;
            default -> false;
        };
    }

    private void add(Person person, CommandId session) {
        for (Instant place : places.getOrDefault(session, List.of())) {
            people.merge(person, new GoalPerson(person, place, place), GoalPerson::and);
        }
    }
}
