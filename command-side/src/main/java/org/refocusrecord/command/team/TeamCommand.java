package org.refocusrecord.command.team;

import org.refocusrecord.command.LedgerRules.Correcting;
import org.refocusrecord.command.Posting;
import org.refocusrecord.command.StreamCommand;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.team.TeamEvent;
import org.refocusrecord.events.team.TeamRegistered;

/** What can be asked of the stream of a team. */
public sealed interface TeamCommand extends StreamCommand {

    /** The stream of a team. */
    static String streamOf(TeamId teamId) {
        return "team/" + teamId;
    }

    @Override
    default boolean begins() {
        return this instanceof StateTeamFact told && told.fact() instanceof TeamRegistered;
    }

    /** Record a fact about a team. */
    record StateTeamFact(String stream, Posting posting, TeamEvent fact) implements TeamCommand {
        @Override
        public CommandId commandId() {
            return fact.commandId();
        }
    }

    /** Mend a mistake, or take it back. */
    record CorrectTeam(String stream, Posting posting, Correcting<TeamEvent> body)
            implements TeamCommand {
        @Override
        public CommandId commandId() {
            return body.commandId();
        }
    }
}
