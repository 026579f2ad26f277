package org.refocusrecord.query.careplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.refocusrecord.query.history.CaseStory.CARER;
import static org.refocusrecord.query.history.CaseStory.COLLEAGUE;
import static org.refocusrecord.query.history.CaseStory.PERSON;
import static org.refocusrecord.query.history.CaseStory.WORKER;
import static org.refocusrecord.query.history.CaseStory.said;
import static org.refocusrecord.query.history.CaseStory.text;
import static org.refocusrecord.query.history.Entries.actionAdded;
import static org.refocusrecord.query.history.Entries.actionRemoved;
import static org.refocusrecord.query.history.Entries.answered;
import static org.refocusrecord.query.history.Entries.contractAgreed;
import static org.refocusrecord.query.history.Entries.contractEnded;
import static org.refocusrecord.query.history.Entries.entry;
import static org.refocusrecord.query.history.Entries.goalCancelled;
import static org.refocusrecord.query.history.Entries.goalChanged;
import static org.refocusrecord.query.history.Entries.goalPutOnHold;
import static org.refocusrecord.query.history.Entries.goalReviewed;
import static org.refocusrecord.query.history.Entries.goalSet;
import static org.refocusrecord.query.history.Entries.goalVoiced;
import static org.refocusrecord.query.history.Entries.rated;
import static org.refocusrecord.query.history.Entries.stepDone;
import static org.refocusrecord.query.history.Entries.stepPlanned;
import static org.refocusrecord.query.history.Entries.strengthNoticed;
import static org.refocusrecord.query.history.Entries.value;
import static org.refocusrecord.query.history.Entries.valueChanged;
import static org.refocusrecord.query.history.Entries.valueTold;
import static org.refocusrecord.query.history.Entries.valueWithdrawn;

import org.junit.jupiter.api.Test;
import org.refocusrecord.events.Answers;
import org.refocusrecord.events.Answers.Level;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.PreferenceId;
import org.refocusrecord.events.careaction.ActionOutcome;
import org.refocusrecord.events.casefile.CareCoordinatorAssigned;
import org.refocusrecord.events.casefile.CoordinatorRole;
import org.refocusrecord.events.casefile.CrisisPlanNoted;
import org.refocusrecord.events.goal.GoalProgress;
import org.refocusrecord.events.workingpractice.Approach;
import org.refocusrecord.events.workingpractice.AskAgain;
import org.refocusrecord.events.workingpractice.OfferResponse;
import org.refocusrecord.events.workingpractice.Practice;
import org.refocusrecord.events.workingpractice.PracticeOffered;
import org.refocusrecord.events.workingpractice.Preference;
import org.refocusrecord.events.workingpractice.PreferenceAnswer;
import org.refocusrecord.events.workingpractice.PreferenceAnswered;
import org.refocusrecord.events.workingpractice.Value;
import org.refocusrecord.events.workingpractice.ValuesTalkedAbout;
import org.refocusrecord.query.history.CaseStory;
import org.refocusrecord.query.history.Line;
import org.refocusrecord.query.history.Standing;
import org.refocusrecord.query.notices.CaseNotices;
import org.refocusrecord.query.scores.Score;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

class ReadingThePlanTest {

    private static final PreferenceId NO_INJECTIONS = new PreferenceId(new UUID(19, 1));

    private final CaseStory story = new CaseStory("2012-01-02");

    @Test
    void before_the_first_event_the_plan_is_empty() {
        CarePlan plan = plan(story.knownAt("2011-12-31T00:00:00Z"));

        assertThat(plan.values()).isEmpty();
        assertThat(plan.goals()).isEmpty();
        assertThat(plan.practices()).isEmpty();
        assertThat(plan.careCoordinator()).isNull();
        assertThat(plan.crisisPlan()).isNull();
    }

    @Test
    void a_change_of_mind_shows_what_was_said_first() {
        story.session("2012-02-01T10:00:00Z", valueTold(1, 1, "music"));
        story.session("2012-03-01T10:00:00Z", valueChanged(2, 1, "dance"));

        PlanValue value = plan(story.now()).values().getFirst();
        assertThat(text(value.statement())).isEqualTo("dance");
        assertThat(text(value.firstStatement())).isEqualTo("music");
        assertThat(value.trail().evidence().entryId().value()).isEqualTo(entry(1).value());
        assertThat(value.trail().lastChange().entryId().value()).isEqualTo(entry(2).value());
        assertThat(plan(story.asOf("2012-02-15T00:00:00Z")).values().getFirst().firstStatement())
                .isNull();
    }

    @Test
    void what_never_changed_shows_its_evidence_as_its_last_change() {
        story.session("2012-02-01T10:00:00Z", valueTold(1, 1, "music"));

        Trail trail = plan(story.now()).values().getFirst().trail();
        assertThat(trail.lastChange()).isEqualTo(trail.evidence());
    }

    @Test
    void the_last_change_is_the_latest_on_the_line_or_a_correction_recorded_after_it() {
        story.session("2012-02-01T10:00:00Z", valueTold(1, 1, "music"));
        CommandId correction = story.amended(entry(1), valueTold(1, 1, "loud music"));
        story.session("2012-04-01T10:00:00Z", valueChanged(3, 1, "dance"));
        story.session("2012-03-01T10:00:00Z", valueChanged(2, 1, "song"));

        PlanValue value = plan(story.now()).values().getFirst();
        assertThat(text(value.statement())).isEqualTo("dance");
        assertThat(text(value.firstStatement())).isEqualTo("loud music");
        assertThat(value.trail().lastChange().entryId().value()).isEqualTo(entry(3).value());
        assertThat(
                        plan(story.asOf("2012-02-15T00:00:00Z"))
                                .values()
                                .getFirst()
                                .trail()
                                .lastChange())
                .extracting(change -> change.entryId().value())
                .isEqualTo(correction.value());
    }

    @Test
    void what_was_withdrawn_is_left_out_unless_all_is_asked_for() {
        story.session("2012-02-01T10:00:00Z", valueTold(1, 1, "music"), valueTold(2, 2, "tea"));
        story.session("2012-03-01T10:00:00Z", valueWithdrawn(3, 1));
        story.session("2012-04-01T10:00:00Z", valueChanged(4, 1, "no matter"));

        assertThat(plan(story.now()).values())
                .extracting(PlanValue::valueId)
                .containsExactly(value(2));
        assertThat(all(story.now()).values())
                .extracting(value -> value.trail().standing())
                .containsExactly(Standing.WITHDRAWN, Standing.LIVE);
        assertThat(plan(story.asOf("2012-02-15T00:00:00Z")).values()).hasSize(2);
    }

    @Test
    void what_is_in_error_is_left_out_unless_all_is_asked_for() {
        CommandId wrong =
                story.session(
                        "2012-02-01T10:00:00Z",
                        valueTold(1, 1, "somebody else's"),
                        goalSet(2, 1, "not hers", WORKER),
                        stepPlanned(3, 1, 1, WORKER),
                        goalReviewed(4, 1, GoalProgress.CLOSER));
        CommandId mark = story.inError(wrong);

        assertThat(plan(story.now()).values()).isEmpty();
        assertThat(plan(story.now()).goals()).isEmpty();
        PlanGoal goal = all(story.now()).goals().getFirst();
        assertThat(goal.trail().standing()).isEqualTo(Standing.IN_ERROR);
        assertThat(goal.trail().lastChange().entryId().value()).isEqualTo(mark.value());
        assertThat(goal.progress()).isEqualTo(GoalProgress.CLOSER);
        assertThat(goal.steps().getFirst().trail().standing()).isEqualTo(Standing.IN_ERROR);
        assertThat(all(story.now()).values().getFirst().trail().standing())
                .isEqualTo(Standing.IN_ERROR);
    }

    @Test
    void what_is_in_error_says_nothing_of_what_lives() {
        story.session("2012-02-01T10:00:00Z", goalSet(1, 1, "choir", WORKER));
        story.session(
                "2012-03-01T10:00:00Z",
                goalCancelled(2, 1),
                goalChanged(3, 1, "no choir"),
                goalReviewed(4, 1, GoalProgress.FURTHER));
        story.inError(entry(2));
        story.inError(entry(3));
        story.inError(entry(4));

        PlanGoal goal = all(story.now()).goals().getFirst();
        assertThat(goal.status()).isEqualTo(GoalStatus.ACTIVE);
        assertThat(text(goal.statement())).isEqualTo("choir");
        assertThat(goal.progress()).isNull();
        assertThat(goal.reviews())
                .extracting(review -> review.trail().standing())
                .containsExactly(Standing.IN_ERROR);
        assertThat(plan(story.now()).goals().getFirst().reviews()).isEmpty();
    }

    @Test
    void an_item_lives_while_one_live_entry_brings_it_and_stands_where_the_earliest_does() {
        story.ownEntries("2012-02-01T10:00:00Z", goalVoiced(1, 1, "to sing"));
        story.session("2012-03-01T10:00:00Z", goalSet(2, 1, "choir", WORKER));
        assertThat(plan(story.now()).goals().getFirst().trail().evidence().occurredAt())
                .isEqualTo("2012-02-01T10:00:00Z");

        story.inError(entry(1));
        PlanGoal goal = all(story.now()).goals().getFirst();
        assertThat(goal.trail().standing()).isEqualTo(Standing.LIVE);
        assertThat(goal.trail().evidence().occurredAt()).isEqualTo("2012-03-01T10:00:00Z");
        assertThat(goal.voiced()).isNull();
    }

    @Test
    void a_strength_noticed_again_gains_a_name() {
        story.session("2012-02-01T10:00:00Z", strengthNoticed(1, 1, WORKER, "humour"));
        story.session("2012-03-01T10:00:00Z", strengthNoticed(2, 1, CARER, "so funny"));
        story.session("2012-04-01T10:00:00Z", strengthNoticed(3, 1, WORKER, "humour"));

        PlanStrength strength = plan(story.now()).strengths().getFirst();
        assertThat(strength.noticedBy()).containsExactly(WORKER, CARER);
        assertThat(text(strength.statement())).isEqualTo("humour");
    }

    @Test
    void the_latest_status_on_the_line_counts_whenever_it_was_recorded() {
        story.session("2012-02-01T10:00:00Z", goalSet(1, 1, "choir", WORKER));
        story.session("2012-04-01T10:00:00Z", goalPutOnHold(2, 1));
        story.session("2012-03-01T10:00:00Z", goalCancelled(3, 1));

        assertThat(plan(story.now()).goals().getFirst().status()).isEqualTo(GoalStatus.ON_HOLD);
    }

    @Test
    void progress_is_the_latest_review_by_anybody() {
        story.session(
                "2012-02-01T10:00:00Z",
                goalSet(1, 1, "choir", WORKER),
                goalReviewed(2, 1, GoalProgress.SAME),
                goalReviewed(3, 1, GoalProgress.CLOSER));

        PlanGoal goal = plan(story.now()).goals().getFirst();
        assertThat(goal.progress()).isEqualTo(GoalProgress.CLOSER);
        assertThat(goal.reviews()).hasSize(2);
    }

    @Test
    void a_step_done_says_by_whom_and_on_which_day() {
        LocalDate day = LocalDate.parse("2012-02-20");
        story.session(
                "2012-02-01T10:00:00Z",
                goalVoiced(1, 1, "to sing"),
                stepPlanned(2, 1, 1, WORKER, PERSON));
        story.session("2012-03-01T10:00:00Z", stepDone(3, 1, day, PERSON));

        PlanStep step = plan(story.now()).goals().getFirst().steps().getFirst();
        assertThat(step.status()).isEqualTo(StepStatus.DONE);
        assertThat(step.doneBy()).containsExactly(PERSON);
        assertThat(step.on()).isEqualTo(day);
        assertThat(plan(story.asOf("2012-02-21T00:00:00Z")).goals().getFirst().steps().getFirst())
                .extracting(PlanStep::status)
                .isEqualTo(StepStatus.PLANNED);
    }

    @Test
    void a_removed_action_is_left_out_unless_all_is_asked_for() {
        story.session("2012-02-01T10:00:00Z", actionAdded(1, 1, WORKER));
        story.session("2012-03-01T10:00:00Z", actionRemoved(2, 1, ActionOutcome.DONE));

        assertThat(plan(story.now()).actions()).isEmpty();
        PlanAction action = all(story.now()).actions().getFirst();
        assertThat(action.trail().standing()).isEqualTo(Standing.REMOVED);
        assertThat(action.outcome()).isEqualTo(ActionOutcome.DONE);
    }

    @Test
    void an_ended_contract_stays_in_the_plan_and_says_who_ended_it() {
        story.session("2012-02-01T10:00:00Z", contractAgreed(1, 1, WORKER));
        story.ownEntries("2012-03-01T10:00:00Z", contractEnded(2, 1));

        PlanContract contract = plan(story.now()).contracts().getFirst();
        assertThat(contract.worker()).isEqualTo(WORKER);
        assertThat(Objects.requireNonNull(contract.ended()).endedBy()).isEqualTo(PERSON);
    }

    @Test
    void a_rating_has_its_scores_and_says_whether_it_is_shared() {
        Answers.Given answers = new Answers.Given(new TreeMap<>(Map.of("B1", new Level(3))));
        story.ownEntries("2012-02-01T10:00:00Z", rated(1, 1, answers));
        story.session(
                "2012-03-01T10:00:00Z",
                answered(
                        2, 1, "GAF", new Answers.Given(new TreeMap<>(Map.of("G", new Level(61))))));

        CarePlan plan = plan(story.now());
        assertThat(plan.ratings().getFirst().sharedWithWorker()).isFalse();
        assertThat(plan.ratings().getFirst().scores())
                .containsExactly(
                        new Score(
                                "brief-inspire-calc-1",
                                "TOTAL",
                                null,
                                Score.State.NOT_SCORABLE,
                                1));
        assertThat(plan.measures().getFirst().version()).isEqualTo("1");
        assertThat(plan.measures().getFirst().scores().getFirst().value())
                .isEqualTo(new BigDecimal("61"));
    }

    @Test
    void practices_show_the_last_offer_and_the_last_conversation() {
        story.session(
                "2012-02-01T10:00:00Z",
                new PracticeOffered(
                        entry(1), Practice.WP1, WORKER, OfferResponse.DECLINED, AskAgain.YES));
        story.session(
                story.meeting("2012-03-01T10:00:00Z", WORKER, WORKER, COLLEAGUE, PERSON),
                conversation());

        PlanPractice practice = plan(story.now()).practices().getFirst();
        assertThat(plan(story.now()).practices()).hasSize(1);
        assertThat(Objects.requireNonNull(practice.lastOffer()).response())
                .isEqualTo(OfferResponse.DECLINED);
        assertThat(Objects.requireNonNull(practice.lastConversation()).with())
                .containsExactly(WORKER, COLLEAGUE);
    }

    @Test
    void a_preference_shows_what_became_of_it() {
        story.session("2012-03-01T10:00:00Z", conversation());
        story.session(
                "2012-04-01T10:00:00Z",
                new PreferenceAnswered(
                        entry(3),
                        NO_INJECTIONS,
                        PreferenceAnswer.NOT_POSSIBLE,
                        WORKER,
                        said("an order of the court")));

        PlanPreference preference = plan(story.now()).preferences().getFirst();
        assertThat(Objects.requireNonNull(preference.answer()).answer())
                .isEqualTo(PreferenceAnswer.NOT_POSSIBLE);
        assertThat(plan(story.now()).values()).hasSize(1);
    }

    @Test
    void the_leads_and_the_crisis_plan_are_the_latest_on_the_line() {
        LocalDate day = LocalDate.parse("2012-05-01");
        story.command(
                new CareCoordinatorAssigned(
                        story.nextCommand(),
                        CaseStory.CASE,
                        CaseStory.COORDINATOR,
                        CoordinatorRole.KEY_WORKER,
                        day,
                        WORKER),
                day);
        story.command(
                new CrisisPlanNoted(
                        story.nextCommand(), CaseStory.CASE, true, day, null, null, WORKER),
                day);

        CarePlan plan = plan(story.now());
        assertThat(plan.careCoordinator()).isEqualTo(WORKER);
        assertThat(plan.keyWorker()).isEqualTo(WORKER);
        assertThat(Objects.requireNonNull(plan.crisisPlan()).exists()).isTrue();
        assertThat(plan(story.asOf("2012-04-30T22:59:59Z")).keyWorker()).isNull();
        assertThat(plan(story.asOf("2012-04-30T23:00:00Z")).keyWorker()).isEqualTo(WORKER);
    }

    @Test
    void a_disagreement_stands_at_every_item_of_its_entry() {
        story.session("2012-03-01T10:00:00Z", conversation());
        CommandId wrong = story.disagreed(entry(2), PERSON, "never said so");
        story.disagreed(entry(2), PERSON, "not at all");
        story.inError(wrong);

        CarePlan plan = plan(story.now());
        assertThat(plan.values().getFirst().trail().disagreements()).hasSize(1);
        assertThat(plan.preferences().getFirst().trail().disagreements()).hasSize(1);
        assertThat(all(story.now()).values().getFirst().trail().disagreements()).hasSize(2);
    }

    @Test
    void an_amended_conversation_brings_and_leaves_out_items_at_its_place() {
        story.session("2012-03-01T10:00:00Z", conversation());
        story.amended(
                entry(2),
                new ValuesTalkedAbout(
                        entry(2),
                        List.of(Approach.NARRATIVE),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(new Value(value(2), null, said("friends"))),
                        null));

        CarePlan plan = all(story.now());
        assertThat(plan.values()).extracting(PlanValue::valueId).containsExactly(value(2));
        assertThat(plan.preferences()).isEmpty();
        assertThat(plan.values().getFirst().trail().evidence().occurredAt())
                .isEqualTo("2012-03-01T10:00:00Z");
    }

    @Test
    void a_history_in_which_an_entry_names_nothing_is_broken() {
        story.session("2012-03-01T10:00:00Z", goalCancelled(1, 1));

        assertThatThrownBy(() -> plan(story.now()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("names what no entry brings");
    }

    @Test
    void what_is_in_error_may_name_what_is_gone() {
        story.session("2012-03-01T10:00:00Z", goalCancelled(1, 1));
        story.inError(entry(1));

        assertThat(all(story.now()).goals()).isEmpty();
    }

    private static ValuesTalkedAbout conversation() {
        return new ValuesTalkedAbout(
                entry(2),
                List.of(Approach.NARRATIVE),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(new Value(value(1), null, said("family"))),
                List.of(new Preference(NO_INJECTIONS, null, null, said("no injections"))));
    }

    private static CarePlan plan(Line line) {
        return CarePlan.of(line, Include.LIVE, CaseNotices.of(line, Duration.ofDays(2)), 0);
    }

    private static CarePlan all(Line line) {
        return CarePlan.of(line, Include.ALL, CaseNotices.of(line, Duration.ofDays(2)), 0);
    }
}
