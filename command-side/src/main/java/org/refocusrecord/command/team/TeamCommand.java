package org.refocusrecord.command.team;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.refocusrecord.command.LedgerRules.Correcting;
import org.refocusrecord.command.Posting;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.team.TeamEvent;

/** What can be asked of the stream of a team. */
public sealed interface TeamCommand {

    /** The stream, {@code team/<uuid>}. */
    String stream();

    /** The command id: the guard against repeats. */
    CommandId commandId();

    /** Who posts it, and what was found at the door. */
    Posting posting();

    /** The stream of a team. */
    static String streamOf(TeamId teamId) {
        return "team/" + teamId;
    }

    /** Record a fact about a team. */
    record StateTeamFact(@TargetAggregateIdentifier String stream, Posting posting, TeamEvent fact)
            implements TeamCommand {
        @Override
        public CommandId commandId() {
            return fact.commandId();
        }
    }

    /** Mend a mistake, or take it back. */
    record CorrectTeam(
            @TargetAggregateIdentifier String stream, Posting posting, Correcting<TeamEvent> body)
            implements TeamCommand {
        @Override
        public CommandId commandId() {
            return body.commandId();
        }
    }
}
