package org.refocusrecord.events.team;

import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.TeamId;

/**
 * Everything that can happen in the stream of a team. Its texts are plain, for staff, and about no
 * person.
 */
public sealed interface TeamEvent extends Event
        permits TeamRegistered,
                TeamAllocated,
                ImplementationSessionHeld,
                PartnershipProjectMoved,
                TeamMeasureAnswered,
                DataGapDeclared,
                TeamEntryAmended,
                TeamEntryMarkedInError,
                StaffMoved {

    /** The command that recorded it. */
    CommandId commandId();

    /** Who recorded it. */
    Person recordedBy();

    /** The team. */
    TeamId teamId();
}
