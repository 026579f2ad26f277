package org.refocusrecord.events.goal;

import org.refocusrecord.events.session.Entry;

/** A goal, the steps towards it, and what people said of them. */
public sealed interface GoalEvent extends Entry
        permits GoalVoiced,
                GoalSet,
                GoalChanged,
                GoalAcceptanceGiven,
                GoalConcernRaised,
                GoalReviewed,
                GoalStepPlanned,
                GoalStepChanged,
                GoalStatusStated,
                GoalStepStatusStated {}
