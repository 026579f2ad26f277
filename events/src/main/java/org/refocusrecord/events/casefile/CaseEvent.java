package org.refocusrecord.events.casefile;

import org.refocusrecord.events.Event;
import org.refocusrecord.events.correction.CorrectionEvent;
import org.refocusrecord.events.session.Entry;
import org.refocusrecord.events.session.OwnEntriesWritten;
import org.refocusrecord.events.session.SessionHeld;

/** Everything that can happen in the record of one case: the table of contents of its stream. */
public sealed interface CaseEvent extends Event
        permits SessionHeld, OwnEntriesWritten, Entry, CaseFileEvent, CorrectionEvent {}
