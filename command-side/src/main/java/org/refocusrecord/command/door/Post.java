package org.refocusrecord.command.door;

import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Role;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.problem.ProblemException;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Every post that records something: the name of the command, where it is posted, who may, and what
 * it does. What the doors let in and what the OpenAPI document says of them both come from here.
 */
enum Post {
    SESSION("session", "sessions", Who.STAFF, "Records a meeting, with all that came of it."),
    OWN_ENTRIES(
            "own-entries",
            "cases/{id}/own-entries",
            Who.THE_PERSON,
            "Records what the person wrote alone."),
    CASE("case", "cases", Who.SYSTEMS, "Opens a case."),
    CARE_COORDINATOR(
            "care-coordinator",
            "cases/{id}/care-coordinator",
            Who.STAFF,
            "Names a care coordinator or key worker."),
    TRANSFER("transfer", "cases/{id}/transfers", Who.STAFF, "Gives the case to another team."),
    CLOSURE("closure", "cases/{id}/closure", Who.STAFF, "Notes that care ended."),
    REOPENING("reopening", "cases/{id}/reopening", Who.STAFF, "Notes that care began again."),
    DEATH("death", "cases/{id}/death", Who.STAFF, "Notes that the person died."),
    CRISIS_PLAN(
            "crisis-plan",
            "cases/{id}/crisis-plan",
            Who.STAFF,
            "Notes whether there is a crisis plan."),
    CORRECTION(
            "correction",
            "cases/{id}/corrections",
            Who.STAFF_THE_PERSON_AND_ADMINISTRATORS,
            "Mends a mistake, or takes it out."),
    DISAGREEMENT(
            "disagreement",
            "cases/{id}/disagreements",
            Who.STAFF_AND_THE_PERSON,
            "Records that somebody sees it otherwise."),
    REPLY(
            "reply",
            "cases/{id}/disagreements/{disagreementId}/replies",
            Who.STAFF_AND_THE_PERSON,
            "Records a reply to a disagreement."),
    ERASURE(
            "erasure",
            "cases/{id}/erasures",
            Who.ADMINISTRATORS,
            "Asks that words be forgotten; nothing goes before another administrator approves."),
    ERASURE_APPROVAL(
            "erasure-approval",
            "cases/{id}/erasures/{erasureId}/approval",
            Who.ADMINISTRATORS,
            "Approves an erasure that another administrator asked for: its words are forgotten for"
                    + " good."),
    TEAM("team", "teams", Who.ADMINISTRATORS, "Registers a team."),
    TEAM_STAFF(
            "staff",
            "teams/{id}/staff",
            Who.ADMINISTRATORS_AND_LEADERS,
            "Records that a worker joined or left."),
    ALLOCATION(
            "allocation",
            "teams/{id}/allocation",
            Who.ADMINISTRATORS,
            "Allocates a team to an arm of a study."),
    IMPLEMENTATION_SESSION(
            "implementation-session",
            "teams/{id}/implementation-sessions",
            Who.ADMINISTRATORS_AND_LEADERS,
            "Records an implementation session."),
    PARTNERSHIP_PROJECT(
            "partnership-project",
            "teams/{id}/partnership-project",
            Who.ADMINISTRATORS_AND_LEADERS,
            "Records how far a project has come."),
    TEAM_MEASURE(
            "team-measure",
            "teams/{id}/measures",
            Who.ADMINISTRATORS_AND_LEADERS,
            "Records a questionnaire about a team."),
    DATA_GAP(
            "data-gap",
            "teams/{id}/data-gaps",
            Who.ADMINISTRATORS_AND_LEADERS,
            "Declares that something was not captured."),
    TEAM_CORRECTION(
            "team-correction",
            "teams/{id}/corrections",
            Who.ADMINISTRATORS_AND_LEADERS,
            "Mends a mistake, or takes it out."),
    STUDY("study", "studies", Who.ADMINISTRATORS, "Registers a study."),
    CONSENT("consent", "studies/{id}/participants", Who.ADMINISTRATORS, "Records a consent."),
    DEFINITION(
            "definition",
            "studies/{id}/definitions",
            Who.ADMINISTRATORS_AND_RESEARCHERS,
            "Publishes a definition."),
    STUDY_CORRECTION(
            "study-correction",
            "studies/{id}/corrections",
            Who.ADMINISTRATORS,
            "Mends a mistake, or takes it out.");

    private static final String BASE = "/api/v1/";

    private final String command;
    private final String path;
    private final Who who;
    private final String summary;

    Post(String command, String path, Who who, String summary) {
        this.command = command;
        this.path = BASE + path;
        this.who = who;
        this.summary = summary;
    }

    /** The post at the last part of a path, such as {@code transfers} of {@code cases}. */
    static Post at(String collection, String what) {
        String path = BASE + collection + "/{id}/" + what;
        return Arrays.stream(values())
                .filter(post -> post.path.equals(path))
                .findFirst()
                .orElseThrow(() -> new ProblemException(ProblemCode.PATH_UNKNOWN));
    }

    /** The post of a command by its name; empty where there is none of that name. */
    static Optional<Post> named(String command) {
        return Arrays.stream(values()).filter(post -> post.command.equals(command)).findFirst();
    }

    /** Everybody who may post anything. */
    static Role[] roles() {
        return Arrays.stream(Role.values())
                .filter(role -> Arrays.stream(values()).anyMatch(post -> post.who.includes(role)))
                .toArray(Role[]::new);
    }

    /** Whether it is about a case, whose commands have nothing to do with another case's. */
    boolean isOfACase() {
        return this == SESSION || path.startsWith(BASE + "cases");
    }

    /** The name of the command. */
    String command() {
        return command;
    }

    /** The whole path. */
    String path() {
        return path;
    }

    /** Who may post it. */
    Who who() {
        return who;
    }

    /** What it does. */
    String summary() {
        return summary;
    }

    /** Refuses a caller in no role that may. */
    Post require(Caller caller) {
        who.require(caller);
        return this;
    }

    /** The members of the body that the path gives. */
    Set<String> ofPath() {
        Set<String> members = new LinkedHashSet<>();
        if (path.startsWith(BASE + "cases/{id}")) {
            members.add("caseId");
        }
        if (path.startsWith(BASE + "teams/{id}")) {
            members.add("teamId");
        }
        if (path.startsWith(BASE + "studies/{id}")) {
            members.add("studyId");
        }
        if (path.contains("{disagreementId}")) {
            members.add("disagreementId");
        }
        if (path.contains("{erasureId}")) {
            members.add("erasureId");
        }
        return members;
    }
}
