package org.refocusrecord.query.careplan;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.careaction.CareActionEvent;
import org.refocusrecord.events.casefile.CaseFileEvent;
import org.refocusrecord.events.casefile.CrisisPlanNoted;
import org.refocusrecord.events.coaching.CoachingEvent;
import org.refocusrecord.events.correction.CorrectionEvent;
import org.refocusrecord.events.goal.GoalEvent;
import org.refocusrecord.events.rating.RatingEvent;
import org.refocusrecord.events.session.AccountGiven;
import org.refocusrecord.events.session.Entry;
import org.refocusrecord.events.session.OwnEntriesWritten;
import org.refocusrecord.events.session.SessionHeld;
import org.refocusrecord.events.workingpractice.WorkingPracticeEvent;
import org.refocusrecord.query.history.Fact;
import org.refocusrecord.query.history.Line;
import org.refocusrecord.query.notices.Notice;
import org.refocusrecord.query.record.Leads;

import java.util.List;

/**
 * Folds a line into a plan, in two passes: first every entry brings its items, then each says, in
 * its turn, what it has to say of them.
 */
final class PlanFold {

    private final Include include;
    private final ToldFold told;
    private final PracticesFold practices;
    private final GoalsFold goals;
    private final ActionsFold actions;
    private final ContractsFold contracts;
    private final RatingsFold ratings;
    private @Nullable PlanCrisisPlan crisisPlan;

    PlanFold(Include include) {
        this.include = include;
        this.told = new ToldFold(include);
        this.practices = new PracticesFold(include);
        this.goals = new GoalsFold(include);
        this.actions = new ActionsFold(include);
        this.contracts = new ContractsFold(include);
        this.ratings = new RatingsFold(include);
    }

    void over(List<Fact> facts) {
        List<Fact> shown =
                include == Include.ALL ? facts : facts.stream().filter(Fact::isLive).toList();
        shown.forEach(this::bring);
        shown.forEach(this::after);
    }

    /** One more live fact, behind all others on the line. */
    void grow(Fact fact) {
        bring(fact);
        after(fact);
    }

    private void bring(Fact fact) {
        switch (fact.event()) {
            case WorkingPracticeEvent event -> told.bring(event, fact);
            case GoalEvent event -> goals.bring(event, fact);
            case CareActionEvent event -> actions.bring(event, fact);
            case CoachingEvent event -> contracts.bring(event, fact);
            case RatingEvent _, AccountGiven _ -> {}
            case SessionHeld _, OwnEntriesWritten _, CaseFileEvent _, CorrectionEvent _ -> {}
        }
    }

    private void after(Fact fact) {
        if (fact.isLive() && fact.event() instanceof Entry entry) {
            practices.after(entry, fact);
        }
        switch (fact.event()) {
            case WorkingPracticeEvent event -> told.after(event, fact);
            case GoalEvent event -> goals.after(event, fact);
            case CareActionEvent event -> actions.after(event, fact);
            case CoachingEvent event -> contracts.after(event, fact);
            case RatingEvent event -> ratings.after(event, fact);
            case CaseFileEvent event -> after(event, fact);
            case AccountGiven _, SessionHeld _, OwnEntriesWritten _, CorrectionEvent _ -> {}
        }
    }

    private void after(CaseFileEvent event, Fact fact) {
        if (fact.isLive() && event instanceof CrisisPlanNoted noted) {
            crisisPlan =
                    new PlanCrisisPlan(
                            noted.exists(),
                            noted.on(),
                            Given.list(noted.madeWith()),
                            noted.reviewOn(),
                            Trace.single(fact, include));
        }
    }

    CarePlan plan(Line line, List<Notice> notices, long position) {
        return plan(line, Leads.of(line), notices, position);
    }

    CarePlan plan(Line line, Leads leads, List<Notice> notices, long position) {
        return new CarePlan(
                line.caseId(),
                line.serviceUserId(),
                line.asOf(),
                line.knownAt(),
                position,
                leads.careCoordinator(),
                leads.keyWorker(),
                told.values(),
                told.preferences(),
                told.strengths(),
                told.aspirations(),
                practices.practices(),
                goals.goals(),
                actions.actions(),
                contracts.contracts(),
                ratings.ratings(),
                ratings.measures(),
                crisisPlan,
                notices);
    }
}
