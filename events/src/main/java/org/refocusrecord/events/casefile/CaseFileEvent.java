package org.refocusrecord.events.casefile;

import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.Person;

/** Facts about the case itself: who cares for the person, from when to when. */
public sealed interface CaseFileEvent extends CaseEvent
        permits CaseOpened,
                CareCoordinatorAssigned,
                CaseTransferred,
                CaseClosed,
                CaseReopened,
                DeathNoted,
                CrisisPlanNoted {

    /** The command that recorded it. */
    CommandId commandId();

    /** Who recorded it. */
    Person recordedBy();

    /** The case. */
    CaseId caseId();
}
