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

    static String opening(CaseOpened opened) {
        return """
        {"commandId":"%s","caseId":"%s","serviceUserId":"%s","trust":"%s","teamId":"%s",\
        "careCoordinatorId":"%s","openedOn":"%s","recordedBy":%s}\
        """
                .formatted(
                        opened.commandId(),
                        opened.caseId(),
                        opened.serviceUserId(),
                        opened.trust(),
                        opened.teamId(),
                        opened.careCoordinatorId(),
                        opened.openedOn(),
                        person(opened.recordedBy()));
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
        return """
        {"sessionId":"%s","caseId":"%s","occurredAt":"%s","minutes":%d,"setting":"%s",\
        "participants":[{"party":"SERVICE_USER"},%s],"recordedBy":%s,"entries":[%s]}\
        """
                .formatted(
                        held.sessionId(),
                        held.caseId(),
                        held.occurredAt(),
                        held.minutes(),
                        held.setting(),
                        person(held.recordedBy()),
                        person(held.recordedBy()),
                        entries.stream().map(Json::entry).collect(Collectors.joining(",")));
    }

    private static String entry(Entry entry) {
        return switch (entry) {
            case GoalSet set ->
                    """
                    {"entryId":"%s","kind":"GOAL_SET","goalId":"%s","statement":"%s","whose":"%s",\
                    "proposedBy":"SERVICE_USER","setBy":["SERVICE_USER"],"importance":%d,"confidence":%d}\
                    """
                            .formatted(
                                    set.entryId(),
                                    set.goalId(),
                                    text(set.statement()),
                                    set.whose(),
                                    set.importance(),
                                    set.confidence());
            case GoalStepPlanned step ->
                    """
                    {"entryId":"%s","kind":"GOAL_STEP_PLANNED","goalId":"%s","stepId":"%s",\
                    "description":"%s","responsible":["%s"],"dueOn":"%s"}\
                    """
                            .formatted(
                                    step.entryId(),
                                    step.goalId(),
                                    step.stepId(),
                                    text(step.description()),
                                    step.responsible().getFirst().party(),
                                    step.dueOn());
            case GoalStepDone done ->
                    """
                    {"entryId":"%s","kind":"GOAL_STEP_STATUS","stepId":"%s","status":"DONE",\
                    "doneBy":["%s"]}\
                    """
                            .formatted(done.entryId(), done.stepId(), Party.SERVICE_USER);
            default -> throw new IllegalArgumentException("no story tells " + entry);
        };
    }

    private static String text(Words words) {
        return ((Words.Sent) words).text();
    }

    private static String person(Person person) {
        return "{\"party\":\"%s\",\"id\":\"%s\"}".formatted(person.party(), person.id());
    }
}
