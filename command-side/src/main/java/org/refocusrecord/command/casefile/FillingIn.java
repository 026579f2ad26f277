package org.refocusrecord.command.casefile;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.command.rating.Ratings;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.coaching.CoachingConversationHeld;
import org.refocusrecord.events.goal.Acceptance;
import org.refocusrecord.events.goal.AcceptanceHow;
import org.refocusrecord.events.goal.GoalAcceptanceGiven;
import org.refocusrecord.events.goal.GoalSet;
import org.refocusrecord.events.goal.GoalStepDone;
import org.refocusrecord.events.rating.MeasureAnswered;
import org.refocusrecord.events.session.Entry;
import org.refocusrecord.events.workingpractice.GoalsTalkedAbout;
import org.refocusrecord.events.workingpractice.StrengthsTalkedAbout;
import org.refocusrecord.events.workingpractice.ValuesTalkedAbout;

import java.util.List;

/**
 * Fills in what an entry may leave out and the record should still say: who held a conversation,
 * that an act was one's own.
 */
final class FillingIn {

    private FillingIn() {}

    /**
     * With what the people of a session tell: who held a conversation is, where nobody says, the
     * staff who took part.
     */
    static Entry inSession(Entry entry, List<Person> participants) {
        List<Person> staff =
                participants.stream().filter(who -> who.party() == Party.STAFF).toList();
        if (entry instanceof MeasureAnswered measure) {
            return Ratings.withVersion(measure);
        }
        if (staff.isEmpty()) {
            return entry;
        }
        if (entry instanceof ValuesTalkedAbout talk && talk.with() == null) {
            return new ValuesTalkedAbout(
                    talk.entryId(),
                    talk.approaches(),
                    talk.maps(),
                    talk.styles(),
                    staff,
                    talk.ledBy(),
                    talk.minutes(),
                    talk.areasTalkedAbout(),
                    talk.areasDeclined(),
                    talk.areasNotDiscussed(),
                    talk.values(),
                    talk.preferences());
        }
        if (entry instanceof StrengthsTalkedAbout talk && talk.with() == null) {
            return new StrengthsTalkedAbout(
                    talk.entryId(),
                    talk.domainScheme(),
                    talk.styles(),
                    staff,
                    talk.ledBy(),
                    talk.minutes(),
                    talk.domainsTalkedAbout(),
                    talk.domainsDeclined(),
                    talk.domainsNotDiscussed(),
                    talk.noneNamed(),
                    talk.strengths(),
                    talk.aspirations());
        }
        if (entry instanceof GoalsTalkedAbout talk && talk.with() == null) {
            return new GoalsTalkedAbout(
                    talk.entryId(),
                    talk.phase(),
                    talk.goals(),
                    talk.styles(),
                    staff,
                    talk.ledBy(),
                    talk.minutes());
        }
        if (entry instanceof CoachingConversationHeld talk && talk.with() == null) {
            return new CoachingConversationHeld(
                    talk.entryId(),
                    talk.contractId(),
                    staff,
                    talk.styles(),
                    talk.competencies(),
                    talk.skills(),
                    talk.outcomeAgreed(),
                    talk.minutes(),
                    talk.accordingTo());
        }
        return entry;
    }

    /** With what goes without saying by the own door: the act is one's own. */
    static Entry byOwnDoor(Entry entry, Person person) {
        if (entry instanceof MeasureAnswered measure) {
            return Ratings.withVersion(measure);
        }
        if (entry instanceof GoalAcceptanceGiven answer) {
            return new GoalAcceptanceGiven(
                    answer.entryId(),
                    answer.goalId(),
                    answer.party(),
                    answer.answer(),
                    AcceptanceHow.OWN_ACT,
                    answer.reason());
        }
        if (entry instanceof GoalStepDone done && done.doneBy() == null) {
            return new GoalStepDone(
                    done.entryId(),
                    done.stepId(),
                    List.of(person),
                    done.decidedBy(),
                    done.personsView(),
                    done.on(),
                    done.reason());
        }
        return entry instanceof GoalSet goal ? ownActs(goal, person) : entry;
    }

    private static GoalSet ownActs(GoalSet goal, Person person) {
        return new GoalSet(
                goal.entryId(),
                goal.goalId(),
                goal.statement(),
                goal.whose(),
                goal.proposedBy(),
                goal.setBy(),
                ownActs(goal.acceptance(), person),
                goal.orientation(),
                goal.arisesFrom(),
                goal.importance(),
                goal.confidence(),
                goal.reviewDueOn());
    }

    private static @Nullable List<Acceptance> ownActs(
            @Nullable List<Acceptance> answers, Person person) {
        return answers == null
                ? null
                : answers.stream()
                        .map(answer ->
                                answer.party().equals(person)
                                        ? new Acceptance(
                                                answer.party(),
                                                answer.answer(),
                                                AcceptanceHow.OWN_ACT,
                                                answer.reason())
                                        : answer)
                        .toList();
    }
}
