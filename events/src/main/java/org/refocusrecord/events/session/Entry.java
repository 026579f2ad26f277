package org.refocusrecord.events.session;

import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.careaction.CareActionEvent;
import org.refocusrecord.events.casefile.CaseEvent;
import org.refocusrecord.events.coaching.CoachingEvent;
import org.refocusrecord.events.goal.GoalEvent;
import org.refocusrecord.events.rating.RatingEvent;
import org.refocusrecord.events.workingpractice.WorkingPracticeEvent;

/** One entry of a session or of the person's own door: each is exactly one event. */
public sealed interface Entry extends CaseEvent
        permits AccountGiven,
                WorkingPracticeEvent,
                GoalEvent,
                CareActionEvent,
                CoachingEvent,
                RatingEvent {

    /** The id that the caller gave to the entry. */
    EntryId entryId();
}
