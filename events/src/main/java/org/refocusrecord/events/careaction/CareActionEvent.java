package org.refocusrecord.events.careaction;

import org.refocusrecord.events.session.Entry;

/** A line of the care plan outside any goal. */
public sealed interface CareActionEvent extends Entry
        permits CareActionAdded, CareActionChanged, CareActionRemoved {}
