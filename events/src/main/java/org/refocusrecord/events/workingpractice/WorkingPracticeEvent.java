package org.refocusrecord.events.workingpractice;

import org.refocusrecord.events.session.Entry;

/**
 * What staff and service user did together in the working practices, and what the person told:
 * values, preferences, strengths, aspirations.
 *
 * <p>Glossary: a <em>working practice</em> is one of understanding values and treatment
 * preferences, assessing strengths, and supporting goal-striving.
 */
public sealed interface WorkingPracticeEvent extends Entry
        permits PracticeOffered,
                ValuesTalkedAbout,
                StrengthsTalkedAbout,
                GoalsTalkedAbout,
                ValueTold,
                PreferenceTold,
                AspirationTold,
                StrengthNoticed,
                ValueChanged,
                ValueWithdrawn,
                PreferenceChanged,
                PreferenceWithdrawn,
                StrengthChanged,
                StrengthWithdrawn,
                AspirationChanged,
                AspirationWithdrawn,
                PreferenceAnswered {}
