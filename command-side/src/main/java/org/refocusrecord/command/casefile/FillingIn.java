package org.refocusrecord.command.casefile;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.command.rating.Ratings;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.goal.Acceptance;
import org.refocusrecord.events.goal.AcceptanceHow;
import org.refocusrecord.events.goal.GoalAcceptanceGiven;
import org.refocusrecord.events.goal.GoalSet;
import org.refocusrecord.events.goal.GoalStepDone;
import org.refocusrecord.events.rating.MeasureAnswered;
import org.refocusrecord.events.session.Entry;
import org.refocusrecord.events.shape.Member;
import org.refocusrecord.events.shape.RecordShape;

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
        if (entry instanceof MeasureAnswered measure) {
            return Ratings.withVersion(measure);
        }
        List<Person> staff =
                participants.stream()
                        .filter(who -> who.party() == Party.STAFF && who.isNamed())
                        .distinct()
                        .toList();
        Member with = RecordShape.of(entry.getClass()).member("with");
        return with == null || with.of(entry) != null || staff.isEmpty()
                ? entry
                : replaced(entry, with, staff);
    }

    private static Entry replaced(Entry entry, Member member, Object value) {
        RecordShape shape = RecordShape.of(entry.getClass());
        @Nullable Object[] values = new @Nullable Object[shape.members().size()];
        for (Member each : shape.members()) {
            values[each.index()] = each.equals(member) ? value : each.of(entry);
        }
        return (Entry) shape.make(values);
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
        return entry instanceof GoalSet goal ? ownActs(goal) : entry;
    }

    private static GoalSet ownActs(GoalSet goal) {
        List<Acceptance> answers = goal.acceptance();
        return new GoalSet(
                goal.entryId(),
                goal.goalId(),
                goal.statement(),
                goal.whose(),
                goal.proposedBy(),
                goal.setBy(),
                answers == null ? null : answers.stream().map(FillingIn::ownAct).toList(),
                goal.orientation(),
                goal.arisesFrom(),
                goal.importance(),
                goal.confidence(),
                goal.reviewDueOn());
    }

    private static Acceptance ownAct(Acceptance answer) {
        return new Acceptance(
                answer.party(), answer.answer(), AcceptanceHow.OWN_ACT, answer.reason());
    }
}
