package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a worker cannot change unless the person confirms it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KeepingThePersonsOwnTest {

    private static final String AT = "2011-03-14T10:00:00Z";
    private static final Map<String, Object> AS_BEFORE = Map.of("asBefore", true);

    private static final Story STORY = Story.begun();

    /** An entry that is the person's, and the same with something changed. */
    record Own(Body entry, Body changed, boolean byTheOwnDoor) {
        @Override
        public String toString() {
            return entry.text("kind") + (byTheOwnDoor ? " by the own door" : " in a session");
        }

        Own posted() {
            if (byTheOwnDoor) {
                STORY.own(AT, entry).recorded();
            } else {
                STORY.held(AT, entry);
            }
            return this;
        }
    }

    static Stream<Own> owns() {
        Body voiced = Entries.goalVoiced(Story.id(), "To sing.");
        Body set = Entries.goalSet(Story.id(), Entries.verbatim("To sing."));
        Body told = Entries.valueTold(Story.id(), Entries.verbatim("My faith."));
        Body account = Entries.entry("ACCOUNT", "words", "We mostly talked about forms.");
        Body experience = Entries.entry("EXPERIENCE", "helpful", "PARTLY");
        Body rating = Entries.briefInspire(Story.id(), Story.worker(STORY.worker));
        Body measure =
                Entries.entry(
                        "MEASURE",
                        "measureId",
                        Story.id(),
                        "measure",
                        "QPR",
                        "rater",
                        "SERVICE_USER",
                        "answers",
                        Map.of("Q1", 3));
        return Stream.of(
                new Own(voiced, voiced.with("statement", "To dance."), true),
                new Own(account, account.with("words", "It was fine."), true),
                new Own(set, set.with("statement", "To dance."), false),
                new Own(told, told.with("statement", "Routine."), false),
                new Own(experience, experience.with("helpful", "YES"), false),
                new Own(rating, rating.with("answers", Map.of("B1", 4)), false),
                new Own(measure, measure.with("answers", Map.of("Q1", 4)), false));
    }

    @ParameterizedTest
    @MethodSource("owns")
    void a_worker_cannot_change_it_alone(Own own) {
        own.posted();
        Body change = Story.amendment(own.entry().text("entryId"), own.changed());
        assertThat(STORY.correct(change).code()).isEqualTo("words.not-yours");
        assertThat(STORY.correct(change.with("confirmedBy", Story.worker(STORY.worker))).code())
                .isEqualTo("words.not-yours");
        assertThat(STORY.correct(Story.mark(own.entry().text("entryId"))).code())
                .isEqualTo("words.not-yours");
        STORY.correct(change.with("confirmedBy", "SERVICE_USER")).recorded();
    }

    @ParameterizedTest
    @MethodSource("owns")
    void what_is_a_duplicate_or_about_another_person_may_be_marked(Own own) {
        own.posted();
        STORY.correct(Story.mark(own.entry().text("entryId")).with("because", "DUPLICATE"))
                .recorded();
    }

    @Test
    void that_others_rest_on_it_is_told_beside() {
        Story story = Story.begun();
        String goal = Story.id();
        Body set = Entries.goalSet(goal, Entries.verbatim("To sing."));
        story.held(AT, set);
        story.held(AT, Entries.stepPlanned(goal, Story.id(), "STAFF"));
        story.correct(Story.mark(set.text("entryId")))
                .refused(422, "words.not-yours /target", "entry.others-rest-on-it /target");
    }

    @Test
    void the_rest_of_an_entry_can_be_changed_if_the_text_stays() {
        Body set = Entries.goalSet(Story.id(), Entries.verbatim("To sing."));
        STORY.held(AT, set);
        Body rest = set.with("statement", AS_BEFORE).with("whose", "SHARED");
        STORY.correct(Story.amendment(set.text("entryId"), rest)).recorded();
    }

    @Test
    void the_person_changes_it_and_takes_back_what_others_changed() {
        Story story = Story.begun();
        Body voiced = Entries.goalVoiced(Story.id(), "To sing.");
        story.own(AT, voiced).recorded();
        Body byStaff =
                Story.amendment(voiced.text("entryId"), voiced.with("statement", "To dance."))
                        .with("confirmedBy", "SERVICE_USER");
        story.correct(byStaff).recorded();
        assertThat(story.plan(story.self, "").text("/goals/0/statement/text"))
                .isEqualTo("To dance.");

        story.command("corrections", Story.mark(byStaff.text("commandId")), story.self).recorded();
        assertThat(story.plan(story.self, "").text("/goals/0/statement/text"))
                .isEqualTo("To sing.");

        Body own =
                Story.amendment(voiced.text("entryId"), voiced.with("statement", "To sing alto."));
        story.command("corrections", own, story.self).recorded();
        assertThat(story.plan(story.self, "").text("/goals/0/statement/text"))
                .isEqualTo("To sing alto.");
    }

    @Test
    void a_disagreement_of_the_person_stays() {
        Story story = Story.begun();
        Body action = Entries.actionAdded(Story.id(), "STAFF");
        story.held(AT, action);
        Body disagreement =
                Body.of(
                        "commandId",
                        Story.id(),
                        "target",
                        action.text("entryId"),
                        "party",
                        "SERVICE_USER",
                        "words",
                        "I never asked for that.");
        story.command("disagreements", disagreement, story.self).recorded();

        story.correct(Story.mark(disagreement.text("commandId")))
                .refused(422, "words.not-yours /target");
        assertThat(story.plan(story.staff, "").at("/actions/0/disagreements")).hasSize(1);
        story.command("corrections", Story.mark(disagreement.text("commandId")), story.self)
                .recorded();
        assertThat(story.plan(story.staff, "").at("/actions/0/disagreements")).isEmpty();
    }

    @Test
    void the_person_cannot_correct_what_staff_wrote_and_no_worker_what_another_did() {
        Story story = Story.begun();
        Body action = Entries.actionAdded(Story.id(), "STAFF");
        story.held(AT, action);
        String colleague = Story.id();
        story.joined(story.team, colleague, "2011-01-03");
        for (String token : List.of(story.self, story.workerToken(colleague))) {
            story.command("corrections", Story.mark(action.text("entryId")), token)
                    .refused(403, "role.not-enough /target");
        }
        story.command("corrections", Story.mark(action.text("entryId")), story.leader).recorded();
    }
}
