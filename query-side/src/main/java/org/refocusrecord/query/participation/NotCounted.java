package org.refocusrecord.query.participation;

import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.team.ImplementationSessionHeld;

import java.time.LocalDate;

/** A session that was held and is shown, but does not count. */
public record NotCounted(CommandId commandId, LocalDate occurredOn, Why why) {

    /** Why it does not count. */
    public enum Why {
        /** The series was full. */
        MORE_THAN_PLANNED,
        /** Before the team's start, or after its twelve months. */
        OUTSIDE_WINDOW
    }

    static NotCounted of(ImplementationSessionHeld held, Why why) {
        return new NotCounted(held.commandId(), held.occurredOn(), why);
    }
}
