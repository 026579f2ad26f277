package org.refocusrecord.command;

import static org.refocusrecord.command.example.Cast.CASE;
import static org.refocusrecord.command.example.Cast.SERVICE_USER_ID;
import static org.refocusrecord.command.example.Cast.THEN;
import static org.refocusrecord.command.example.Cast.id;

import org.refocusrecord.events.Id;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.WorkerId;

/** Bodies of commands as they are sent, each by a name that it is known by. */
final class Sent {

    private Sent() {}

    static String team(TeamId team) {
        return team(team, "SLAM");
    }

    static String team(TeamId team, String trust) {
        return """
        {"commandId": "%s", "teamId": "%s", "trust": "%s", "name": "A team",
         "officialType": "RECOVERY"}
        """
                .formatted(id("registration of " + team + " at " + trust), team, trust);
    }

    static String joining(TeamId team, WorkerId worker) {
        return """
        {"commandId": "%s", "teamId": "%s", "workerId": "%s", "change": "JOINED",
         "on": "2012-01-01"}
        """
                .formatted(id("joining of " + worker), team, worker);
    }

    /** What was recorded of somebody's joining, but for the day. */
    static String otherDayOfJoining(TeamId team, WorkerId worker) {
        return """
        {"commandId": "%s", "teamId": "%s", "target": "%s", "kind": "AMENDED",
         "reason": "It was another day.",
         "replacement": {"workerId": "%s", "change": "JOINED", "on": "2012-01-03"}}
        """
                .formatted(id("another day"), team, id("joining of " + worker), worker);
    }

    static String opening(Id ofCase, TeamId team, WorkerId worker) {
        return opening(ofCase, team, "SLAM", worker);
    }

    static String opening(Id ofCase, TeamId team, String trust, WorkerId worker) {
        return """
        {"commandId": "%s", "caseId": "%s", "serviceUserId": "%s", "trust": "%s",
         "teamId": "%s", "openedOn": "2012-01-02", "recordedBy": %s}
        """
                .formatted(
                        id("opening of " + ofCase + " at " + trust),
                        ofCase,
                        SERVICE_USER_ID,
                        trust,
                        team,
                        staff(worker));
    }

    static String transfer(TeamId team, WorkerId worker) {
        return """
        {"commandId": "%s", "caseId": "%s", "toTeamId": "%s", "on": "2012-03-13",
         "recordedBy": %s}
        """
                .formatted(id("transfer to " + team), CASE, team, staff(worker));
    }

    static String closure(WorkerId worker) {
        return """
        {"commandId": "%s", "caseId": "%s", "reason": "PERSON_WISHED", "on": "2012-03-13",
         "recordedBy": %s}
        """
                .formatted(id("closure"), CASE, staff(worker));
    }

    /** A session with one goal. */
    static String session(String name, WorkerId worker) {
        return session(name, CASE, worker);
    }

    static String session(String name, Id ofCase, WorkerId worker) {
        return """
        {"sessionId": "%s", "caseId": "%s", "occurredAt": "%s",
         "participants": [{"party": "SERVICE_USER"}, %s], "recordedBy": %s,
         "entries": [{"entryId": "%s", "kind": "GOAL_VOICED", "goalId": "%s",
                      "statement": "To sing in the choir."}]}
        """
                .formatted(
                        id("session " + name),
                        ofCase,
                        THEN,
                        staff(worker),
                        staff(worker),
                        id("entry of " + name),
                        id("goal of " + name));
    }

    /** Another statement of the goal that came with the session. */
    static String otherWords(String session, WorkerId worker) {
        return """
        {"commandId": "%s", "caseId": "%s", "target": "%s", "kind": "AMENDED",
         "reason": "It was put otherwise.", "recordedBy": %s,
         "replacement": {"entryId": "%s", "kind": "GOAL_VOICED", "goalId": "%s",
                         "statement": "To sing in a choir."}}
        """
                .formatted(
                        id("other words for " + session),
                        CASE,
                        id("entry of " + session),
                        staff(worker),
                        id("entry of " + session),
                        id("goal of " + session));
    }

    /** A mark that the session should not be there. */
    static String mistaken(String session, WorkerId worker) {
        return """
        {"commandId": "%s", "caseId": "%s", "target": "%s", "kind": "ENTERED_IN_ERROR",
         "because": "MISTAKE", "reason": "It did not happen so.", "recordedBy": %s}
        """
                .formatted(id("mistake"), CASE, id("session " + session), staff(worker));
    }

    private static String staff(WorkerId worker) {
        return "{\"party\": \"STAFF\", \"id\": \"%s\"}".formatted(worker);
    }
}
