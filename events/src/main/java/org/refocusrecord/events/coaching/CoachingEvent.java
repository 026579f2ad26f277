package org.refocusrecord.events.coaching;

import org.refocusrecord.events.session.Entry;

/** Coaching contracts and coaching conversations. */
public sealed interface CoachingEvent extends Entry
        permits CoachingContractAgreed,
                CoachingContractAmended,
                CoachingContractReviewed,
                CoachingContractEnded,
                CoachingConversationHeld {}
