package org.refocusrecord.query.team;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.team.DataGapDeclared;
import org.refocusrecord.events.team.ImplementationSessionHeld;
import org.refocusrecord.events.team.PartnershipProjectMoved;
import org.refocusrecord.events.team.StaffMoved;
import org.refocusrecord.events.team.TeamAllocated;
import org.refocusrecord.events.team.TeamEntryAmended;
import org.refocusrecord.events.team.TeamEntryMarkedInError;
import org.refocusrecord.events.team.TeamEvent;
import org.refocusrecord.events.team.TeamMeasureAnswered;
import org.refocusrecord.events.team.TeamRegistered;

import java.time.LocalDate;

/** The days on which facts about a team stand. */
final class TeamDays {

    private TeamDays() {}

    static @Nullable LocalDate of(Event event) {
        return event instanceof TeamEvent ofTeam ? of(ofTeam) : null;
    }

    /** Null for what has no day and stands at its record time. */
    static @Nullable LocalDate of(TeamEvent event) {
        return switch (event) {
            case StaffMoved moved -> moved.on();
            case TeamAllocated allocated -> allocated.startsOn();
            case ImplementationSessionHeld held -> held.occurredOn();
            case PartnershipProjectMoved moved -> moved.on();
            case TeamMeasureAnswered answered -> answered.on();
            case DataGapDeclared gap -> gap.from();
            case TeamRegistered _, TeamEntryAmended _, TeamEntryMarkedInError _ -> null;
        };
    }
}
