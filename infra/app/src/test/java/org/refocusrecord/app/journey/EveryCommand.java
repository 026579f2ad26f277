package org.refocusrecord.app.journey;

import java.util.List;
import java.util.Map;

/**
 * What is recorded beside sessions: something of every kind, about a case, its team and a study.
 */
final class EveryCommand {

    private static final String ON = "2011-05-02";

    private final Story story;
    private final String study = Story.id();

    private EveryCommand(Story story) {
        this.story = story;
    }

    /** Of a story whose case has this entry in a session. */
    static void given(Story story, Body goalSet) {
        EveryCommand commands = new EveryCommand(story);
        commands.endsOfGoals();
        commands.ownEntries();
        commands.corrections(goalSet);
        commands.disagreement(goalSet);
        commands.study();
        commands.team();
        commands.ofTheCase();
        new Erasing(story).erased(Erasing.ofEntry(goalSet.text("entryId")));
    }

    /** How goals and steps end that {@link EveryKind} leaves alone. */
    private void endsOfGoals() {
        String goal = Story.id();
        String step = Story.id();
        story.held(
                "2011-03-17T09:00:00Z",
                Entries.goalSet(goal, "To swim."),
                Entries.stepPlanned(goal, step, "SERVICE_USER"),
                step(step, "NOT_DONE"),
                step(step, "LET_GO"),
                goal(goal, "COMPLETED"),
                goal(goal, "CANCELLED"));
    }

    private static Body step(String step, String status) {
        return Entries.entry(
                "GOAL_STEP_STATUS",
                "stepId",
                step,
                "status",
                status,
                "decidedBy",
                List.of("SERVICE_USER"),
                "reason",
                "It rained.");
    }

    private static Body goal(String goal, String status) {
        return Entries.entry(
                "GOAL_STATUS",
                "goalId",
                goal,
                "status",
                status,
                "decidedBy",
                List.of("SERVICE_USER"),
                "reason",
                "It is over.");
    }

    private void ownEntries() {
        story.own(
                        "2011-03-17T10:00:00Z",
                        Entries.entry("ACCOUNT", "words", "It was a good week."),
                        Entries.goalVoiced(Story.id(), "To sing."))
                .recorded();
    }

    private void corrections(Body goalSet) {
        Body mistaken = Entries.valueTold(Story.id(), "Fairness.");
        story.held("2011-03-18T10:00:00Z", mistaken);
        story.correct(Story.mark(mistaken.text("entryId"))).recorded();
        story.correct(
                        Story.amendment(
                                goalSet.text("entryId"), goalSet.with("statement", "To paint.")))
                .recorded();
    }

    private void disagreement(Body goalSet) {
        Body disagreement =
                Body.of(
                        "commandId",
                        Story.id(),
                        "target",
                        goalSet.text("entryId"),
                        "party",
                        "SERVICE_USER",
                        "words",
                        "I said it otherwise.");
        story.command("disagreements", disagreement, story.self).recorded();
        story.command(
                        "disagreements/" + disagreement.text("commandId") + "/replies",
                        Body.of(
                                "commandId", Story.id(),
                                "party", Story.worker(story.worker),
                                "words", "So it was."),
                        story.staff)
                .recorded();
    }

    private void study() {
        Body registered =
                Body.of(
                        "commandId",
                        Story.id(),
                        "studyId",
                        study,
                        "name",
                        "A studdy",
                        "startsOn",
                        "2011-04-01");
        post("/api/v1/studies", registered);
        String ofStudy = "/api/v1/studies/" + study;
        Body definition =
                Body.of(
                        "commandId",
                        Story.id(),
                        "name",
                        "reach",
                        "version",
                        "1",
                        "definition",
                        Map.of("counts", "sessions"));
        post(ofStudy + "/definitions", definition);
        post(
                ofStudy + "/participants",
                Body.of(
                        "commandId",
                        Story.id(),
                        "caseId",
                        story.caseId,
                        "consent",
                        "GIVEN",
                        "on",
                        ON,
                        "pairedWorkerId",
                        story.worker));
        corrected(ofStudy, registered, registered.with("name", "A study"));
        post(ofStudy + "/corrections", Story.mark(definition.text("commandId")));
    }

    private void team() {
        Body left = ofTeam("staff", "workerId", Story.id(), "change", "LEFT", "on", "2011-02-28");
        corrected("/api/v1/teams/" + story.team, left, left.with("on", "2011-03-01"));
        post("/api/v1/teams/" + story.team + "/corrections", Story.mark(left.text("commandId")));
        ofTeam(
                "allocation",
                "studyId",
                study,
                "arm",
                "INTERVENTION",
                "startsOn",
                "2011-04-01",
                "wave",
                Map.of("number", 2, "locality", "Example Borough"));
        ofTeam(
                "implementation-sessions",
                "kind",
                "COACHING_TRAINING",
                "occurredOn",
                ON,
                "attendance",
                List.of(Map.of("party", "STAFF", "id", story.worker, "state", "PRESENT_FULL")));
        ofTeam(
                "partnership-project",
                "projectId",
                Story.id(),
                "title",
                "A walk together",
                "stage",
                "ORGANISING",
                "status",
                "UNDER_WAY",
                "on",
                ON,
                "led",
                List.of(Map.of("by", "JOINT", "accordingTo", "SERVICE_USER")),
                "participants",
                Map.of("carers", 1, "serviceUsers", 5, "staff", 3));
        ofTeam(
                "measures",
                "measureId",
                Story.id(),
                "measure",
                "RSA",
                "version",
                "STAFF_36",
                "occasion",
                "BASELINE",
                "raterRole",
                "STAFF",
                "on",
                ON,
                "answers",
                Map.of("A1", 4, "A2", "DONT_KNOW"));
        ofTeam(
                "data-gaps",
                "kind",
                "TEAM_REFLECTION",
                "from",
                "2011-05-01",
                "to",
                "2011-05-31",
                "reason",
                "The notes were lost.");
    }

    private void ofTheCase() {
        ofCase("care-coordinator", "workerId", story.worker, "role", "KEY_WORKER", "from", ON);
        List<Object> both = List.of(Story.worker(story.worker), "SERVICE_USER");
        ofCase("crisis-plan", "exists", true, "madeWith", both, "on", ON);
        String newTeam = Story.id();
        story.team(newTeam);
        ofCase("transfers", "toTeamId", newTeam, "on", ON, "personsView", "WANTS");
        ofCase("closure", "reason", "MOVED_AWAY", "on", ON);
        ofCase("reopening", "on", "2011-06-03");
        ofCase("death", "on", "2011-07-01");
    }

    private void ofCase(String what, Object... namesAndValues) {
        Body command = command(namesAndValues).with("recordedBy", Story.worker(story.worker));
        story.command(what, command, story.system).recorded();
    }

    private Body ofTeam(String what, Object... namesAndValues) {
        Body command = command(namesAndValues);
        post("/api/v1/teams/" + story.team + "/" + what, command);
        return command;
    }

    private static Body command(Object... namesAndValues) {
        return Body.of(namesAndValues).with("commandId", Story.id());
    }

    private void corrected(String path, Body command, Body replacement) {
        post(
                path + "/corrections",
                Story.amendment(command.text("commandId"), replacement.without("commandId")));
    }

    private void post(String path, Body body) {
        story.service.post(path, body, story.admin).recorded();
    }
}
