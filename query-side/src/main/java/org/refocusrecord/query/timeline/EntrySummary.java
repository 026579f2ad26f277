package org.refocusrecord.query.timeline;

import org.refocusrecord.events.careaction.CareActionAdded;
import org.refocusrecord.events.careaction.CareActionChanged;
import org.refocusrecord.events.careaction.CareActionEvent;
import org.refocusrecord.events.careaction.CareActionRemoved;
import org.refocusrecord.events.coaching.CoachingContractAgreed;
import org.refocusrecord.events.coaching.CoachingContractAmended;
import org.refocusrecord.events.coaching.CoachingContractEnded;
import org.refocusrecord.events.coaching.CoachingContractReviewed;
import org.refocusrecord.events.coaching.CoachingConversationHeld;
import org.refocusrecord.events.coaching.CoachingEvent;
import org.refocusrecord.events.goal.GoalEvent;
import org.refocusrecord.events.rating.ExperienceTold;
import org.refocusrecord.events.rating.MeasureAnswered;
import org.refocusrecord.events.rating.RatingEvent;
import org.refocusrecord.events.rating.RelationshipRated;
import org.refocusrecord.events.session.AccountGiven;
import org.refocusrecord.events.session.Entry;
import org.refocusrecord.events.workingpractice.WorkingPracticeEvent;

/** Entries in a few words. What somebody answered or scored is no part of them. */
final class EntrySummary {

    private EntrySummary() {}

    static String of(Entry entry) {
        return switch (entry) {
            case WorkingPracticeEvent event -> PracticeSummary.of(event);
            case GoalEvent event -> GoalSummary.of(event);
            case CareActionEvent event -> action(event);
            case CoachingEvent event -> coaching(event);
            case RatingEvent event -> rating(event);
            case AccountGiven _ -> "account of a meeting";
        };
    }

    private static String action(CareActionEvent event) {
        return switch (event) {
            case CareActionAdded added ->
                    Plain.joined(
                            "care action added",
                            Plain.by("responsible:", added.responsible()),
                            Plain.code(added.focus()));
            case CareActionChanged changed ->
                    Plain.joined(
                            "care action changed",
                            Plain.by("responsible:", changed.responsible()),
                            Plain.by("decided by", changed.decidedBy()));
            case CareActionRemoved removed ->
                    Plain.joined(
                            "care action removed",
                            Plain.coded("", removed.outcome()),
                            Plain.by("decided by", removed.decidedBy()));
        };
    }

    private static String coaching(CoachingEvent event) {
        return switch (event) {
            case CoachingContractAgreed agreed ->
                    Plain.joined("coaching contract agreed", Plain.by("by", agreed.agreedBy()));
            case CoachingContractAmended amended ->
                    Plain.joined("coaching contract amended", Plain.by("by", amended.agreedBy()));
            case CoachingContractReviewed reviewed ->
                    "coaching contract looked at again; according to "
                            + Plain.person(reviewed.accordingTo());
            case CoachingContractEnded ended ->
                    "coaching contract ended by " + Plain.person(ended.endedBy());
            case CoachingConversationHeld held ->
                    Plain.joined(
                            "coaching conversation",
                            Plain.by("with", held.with()),
                            Plain.minutes(held.minutes()));
        };
    }

    private static String rating(RatingEvent event) {
        return switch (event) {
            case RelationshipRated rated ->
                    Plain.joined(
                            "support of a worker rated by the service user",
                            Plain.code(rated.instrument()),
                            Plain.coded("", rated.occasion()));
            case MeasureAnswered answered ->
                    Plain.joined(
                            "measure answered by " + Plain.person(answered.rater()),
                            answered.measure(),
                            Plain.coded("", answered.occasion()));
            case ExperienceTold told ->
                    Plain.joined(
                            "experience told",
                            told.practice() == null
                                    ? null
                                    : PracticeSummary.practice(told.practice()));
        };
    }
}
