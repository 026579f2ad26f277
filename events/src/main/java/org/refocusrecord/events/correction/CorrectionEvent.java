package org.refocusrecord.events.correction;

import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.casefile.CaseEvent;

/**
 * What is said about something recorded: corrections, disagreements, erasures. These obey the
 * record clock alone.
 */
public sealed interface CorrectionEvent extends CaseEvent
        permits EntryAmended,
                EntryMarkedInError,
                EntryDisagreedWith,
                DisagreementRepliedTo,
                WordsErasureAsked,
                WordsErased {

    /** The command that recorded it. */
    CommandId commandId();

    /** Who recorded it. */
    Person recordedBy();

    /** The case. */
    CaseId caseId();
}
