package org.refocusrecord.bench;

import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.casefile.CaseOpened;
import org.refocusrecord.events.casefile.CrisisPlanNoted;
import org.refocusrecord.events.goal.GoalSet;
import org.refocusrecord.events.goal.GoalStepDone;
import org.refocusrecord.events.goal.GoalStepPlanned;
import org.refocusrecord.events.session.Entry;
import org.refocusrecord.events.session.SessionHeld;

import java.util.List;
import java.util.stream.Collectors;

/** The same commands as a clinical system posts them. */
final class Json {

    private Json() {}

    static String team(Cast cast) {
        return """
        {"commandId":"%s","teamId":"%s","trust":"%s","name":"A team","officialType":"RECOVERY"}\
        """
                .formatted(cast.ids().next(), cast.team(), cast.trust());
    }

    static String joined(Cast cast) {
        return """
        {"commandId":"%s","workerId":"%s","change":"JOINED","on":"2025-03-01"}\
        """
                .formatted(cast.ids().next(), cast.worker());
    }

    // Joined, not formatted: a formatter took a twentieth of what was measured.
    static String opening(CaseOpened opened) {
        return "{\"commandId\":\""
                + opened.commandId()
                + "\",\"caseId\":\""
                + opened.caseId()
                + "\",\"serviceUserId\":\""
                + opened.serviceUserId()
                + "\",\"trust\":\""
                + opened.trust()
                + "\",\"teamId\":\""
                + opened.teamId()
                + "\",\"careCoordinatorId\":\""
                + opened.careCoordinatorId()
                + "\",\"openedOn\":\""
                + opened.openedOn()
                + "\",\"recordedBy\":"
                + person(opened.recordedBy())
                + "}";
    }

    static String crisisPlan(CrisisPlanNoted noted) {
        return """
        {"commandId":"%s","exists":%s,"on":"%s","madeWith":[%s],"reviewOn":"%s","recordedBy":%s}\
        """
                .formatted(
                        noted.commandId(),
                        noted.exists(),
                        noted.on(),
                        person(noted.recordedBy()),
                        noted.reviewOn(),
                        person(noted.recordedBy()));
    }

    static String session(SessionHeld held, List<Entry> entries) {
        return "{\"sessionId\":\""
                + held.sessionId()
                + "\",\"caseId\":\""
                + held.caseId()
                + "\",\"occurredAt\":\""
                + held.occurredAt()
                + "\",\"minutes\":"
                + held.minutes()
                + ",\"setting\":\""
                + held.setting()
                + "\",\"participants\":[{\"party\":\"SERVICE_USER\"},"
                + person(held.recordedBy())
                + "],\"recordedBy\":"
                + person(held.recordedBy())
                + ",\"entries\":["
                + entries.stream().map(Json::entry).collect(Collectors.joining(","))
                + "]}";
    }

    private static String entry(Entry entry) {
        return switch (entry) {
            case GoalSet set ->
                    "{\"entryId\":\""
                            + set.entryId()
                            + "\",\"kind\":\"GOAL_SET\",\"goalId\":\""
                            + set.goalId()
                            + "\",\"statement\":\""
                            + text(set.statement())
                            + "\",\"whose\":\""
                            + set.whose()
                            + "\",\"proposedBy\":\"SERVICE_USER\",\"setBy\":[\"SERVICE_USER\"]"
                            + ",\"importance\":"
                            + set.importance()
                            + ",\"confidence\":"
                            + set.confidence()
                            + "}";
            case GoalStepPlanned step ->
                    "{\"entryId\":\""
                            + step.entryId()
                            + "\",\"kind\":\"GOAL_STEP_PLANNED\",\"goalId\":\""
                            + step.goalId()
                            + "\",\"stepId\":\""
                            + step.stepId()
                            + "\",\"description\":\""
                            + text(step.description())
                            + "\",\"responsible\":[\""
                            + step.responsible().getFirst().party()
                            + "\"],\"dueOn\":\""
                            + step.dueOn()
                            + "\"}";
            case GoalStepDone done ->
                    "{\"entryId\":\""
                            + done.entryId()
                            + "\",\"kind\":\"GOAL_STEP_STATUS\",\"stepId\":\""
                            + done.stepId()
                            + "\",\"status\":\"DONE\",\"doneBy\":[\""
                            + Party.SERVICE_USER
                            + "\"]}";
            default -> throw new IllegalArgumentException("no story tells " + entry);
        };
    }

    private static String text(Words words) {
        return ((Words.Sent) words).text();
    }

    private static String person(Person person) {
        return "{\"party\":\"" + person.party() + "\",\"id\":\"" + person.id() + "\"}";
    }
}
