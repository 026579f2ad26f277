package org.refocusrecord.app.demo.cases;

import org.refocusrecord.app.demo.teams.Roster;
import org.refocusrecord.app.demo.trial.Body;
import org.refocusrecord.app.demo.trial.Chance;
import org.refocusrecord.app.demo.trial.Phrase;
import org.refocusrecord.app.demo.trial.Post;
import org.refocusrecord.app.demo.trial.TrialSize;
import org.refocusrecord.app.demo.trial.TrialTeam;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Wording;
import org.refocusrecord.events.Words;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One case in which nothing is left to chance: a goal is voiced, set by a worker for the person,
 * agreed to later and alone; a step goes from the worker's hands into both; what was mended by
 * mistake is taken back. The README tells how it begins, and whoever followed it finds that
 * beginning repeated when the trial is loaded.
 */
final class ToldStory {

    private static final Person STAFF = Person.theOnly(Party.STAFF);
    private static final List<Person> BOTH = List.of(Scene.ONESELF, STAFF);

    private final CaseFile file;
    private final Chance chance;
    private final Person worker;
    private final CasePosts posts;

    private ToldStory(CaseFile file, TrialSize size) {
        this.file = file;
        this.chance = file.chance();
        this.worker =
                Roster.of(file.team(), size)
                        .coordinatorOn(file.team().startsOn().plusDays(2), chance.of("worker"))
                        .person();
        this.posts = new CasePosts(file, size);
    }

    /** The case of a team, told as far as the trial goes. */
    static List<Post> of(TrialTeam team, TrialSize size) {
        ToldStory story = new ToldStory(CaseFile.told(team, size), size);
        story.open(size);
        story.aGoalIsSet();
        story.thePersonAgrees();
        story.bothTakeTheStep();
        story.whatWasMendedByMistakeIsTakenBack();
        story.theStepIsDone();
        return story.posts.before(size.endOf(team));
    }

    private void open(TrialSize size) {
        LocalDate on = day(2);
        Body opened =
                Body.of("commandId", chance.id("opened"))
                        .with("caseId", file.caseId())
                        .with("serviceUserId", file.serviceUserId())
                        .with("trust", file.team().trust())
                        .with("teamId", file.team().id(size))
                        .with("openedOn", on)
                        .with("recordedBy", worker);
        posts.bySystem("case", "", opened, on);
    }

    private void aGoalIsSet() {
        posts.session(meeting("first", 44, "09:00", voiced(), goal(), step()), day(45));
    }

    private Body voiced() {
        String said = Phrase.marked("I want to cook for my family again.");
        return entry("voiced", "GOAL_VOICED")
                .with("goalId", chance.id("goal"))
                .with("statement", verbatim(said));
    }

    private Body goal() {
        return entry("set", "GOAL_SET")
                .with("goalId", chance.id("goal"))
                .with("statement", Phrase.marked("Cook a meal at home once a week."))
                .with("whose", "PERSON")
                .with("proposedBy", STAFF)
                .with("setBy", List.of(STAFF));
    }

    private Body step() {
        return entry("planned", "GOAL_STEP_PLANNED")
                .with("goalId", chance.id("goal"))
                .with("stepId", chance.id("step"))
                .with("description", Phrase.marked("Choose a dish and do the shopping."))
                .with("responsible", List.of(STAFF));
    }

    private void thePersonAgrees() {
        Body agreed = entry("agreed", "GOAL_ACCEPTANCE");
        agreed.with("goalId", chance.id("goal")).with("answer", "AGREE");
        Body written =
                Body.of("commandId", chance.id("own"))
                        .with("occurredAt", at(50, "18:30"))
                        .with("entries", List.of(agreed));
        posts.byOneself("own-entries", "/own-entries", written, day(50));
    }

    private void bothTakeTheStep() {
        Body changed =
                entry("changed", "GOAL_STEP_CHANGED")
                        .with("stepId", chance.id("step"))
                        .with("responsible", BOTH)
                        .with("decidedBy", BOTH);
        posts.session(meeting("second", 65, "10:00", changed), day(66));
    }

    private void whatWasMendedByMistakeIsTakenBack() {
        Body mended = goal().with("statement", Phrase.marked("Cook a meal at home once a month."));
        Body amended =
                Body.of("commandId", chance.id("mended"))
                        .with("target", chance.id("set"))
                        .with("kind", "AMENDED")
                        .with("because", "MISTAKE")
                        .with("reason", Phrase.marked("It was written down wrongly."))
                        .with("replacement", mended)
                        .with("recordedBy", worker);
        posts.bySystem("correction", "/corrections", amended, day(67));
        Body takenBack =
                Body.of("commandId", chance.id("taken-back"))
                        .with("target", chance.id("mended"))
                        .with("kind", "ENTERED_IN_ERROR")
                        .with("because", "MISTAKE")
                        .with("reason", Phrase.marked("It was right as it was."))
                        .with("recordedBy", worker);
        posts.bySystem("correction", "/corrections", takenBack, day(68));
    }

    private void theStepIsDone() {
        Body done =
                entry("done", "GOAL_STEP_STATUS")
                        .with("stepId", chance.id("step"))
                        .with("status", "DONE")
                        .with("doneBy", BOTH)
                        .with("decidedBy", BOTH);
        Body review =
                entry("reviewed", "GOAL_REVIEW")
                        .with("goalId", chance.id("goal"))
                        .with("accordingTo", Scene.ONESELF)
                        .with("progress", "CLOSER")
                        .with("note", verbatim(Phrase.marked("My sister asked for the recipe.")));
        posts.session(meeting("third", 86, "13:30", done, review), day(87));
    }

    private Body meeting(String name, int days, String hour, Body... entries) {
        Body person = Body.of("party", Party.SERVICE_USER);
        return Body.of("sessionId", chance.id(name))
                .with("caseId", file.caseId())
                .with("occurredAt", at(days, hour))
                .with("minutes", 50)
                .with("setting", "HOME")
                .with("participants", List.of(person, Meeting.named(worker)))
                .with("recordedBy", STAFF)
                .with("firstRecordedAt", at(days, "15:00"))
                .with("entries", List.of(entries));
    }

    private Body entry(String name, String kind) {
        return Body.of("entryId", chance.id(name)).with("kind", kind);
    }

    private static Words verbatim(String text) {
        return new Words.Sent(text, Scene.ONESELF, Wording.VERBATIM, null, null);
    }

    private LocalDate day(int days) {
        return file.team().startsOn().plusDays(days);
    }

    private Instant at(int days, String hour) {
        return Instant.parse(day(days) + "T" + hour + ":00Z");
    }
}
