package org.refocusrecord.command.team;

import org.refocusrecord.command.Decision;
import org.refocusrecord.command.Ledger;
import org.refocusrecord.command.LedgerRules;
import org.refocusrecord.command.LedgerRules.Correcting;
import org.refocusrecord.command.Posting;
import org.refocusrecord.command.team.TeamCommand.CorrectTeam;
import org.refocusrecord.command.team.TeamCommand.StateTeamFact;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.team.DataGapDeclared;
import org.refocusrecord.events.team.ImplementationSessionHeld;
import org.refocusrecord.events.team.PartnershipProjectMoved;
import org.refocusrecord.events.team.StaffJoined;
import org.refocusrecord.events.team.StaffLeft;
import org.refocusrecord.events.team.TeamAllocated;
import org.refocusrecord.events.team.TeamEntryAmended;
import org.refocusrecord.events.team.TeamEntryMarkedInError;
import org.refocusrecord.events.team.TeamEvent;
import org.refocusrecord.events.team.TeamMeasureAnswered;
import org.refocusrecord.events.team.TeamRegistered;

import java.util.UUID;

/** The rules of teams: statements like those of cases, with almost nothing to refuse. */
public final class Teams {

    private static final TeamKind KIND = new TeamKind();

    private Teams() {}

    /** Decides a command about a team. */
    public static Decision decide(TeamState state, TeamCommand command) {
        Ledger<TeamEvent> ledger = state.ledger();
        return switch (command) {
            case StateTeamFact(var _, Posting posting, TeamEvent fact) ->
                    LedgerRules.fact(KIND, ledger, fact.commandId(), posting, fact);
            case CorrectTeam(var _, Posting posting, Correcting<TeamEvent> sent) ->
                    LedgerRules.correction(KIND, ledger, posting, sent);
        };
    }

    /** The state after an event. */
    public static TeamState evolve(
            TeamState state, TeamEvent event, EventId eventId, String postedBy, Person recordedBy) {
        UUID id = event.commandId().value();
        Ledger.Line<TeamEvent> line = new Ledger.Line<>(id, eventId, event, postedBy, recordedBy);
        Ledger<TeamEvent> ledger = state.ledger();
        return new TeamState(
                switch (event) {
                    case TeamEntryAmended e ->
                            ledger.plus(
                                    line,
                                    new Ledger.Mending<>(id, e.target().value(), e.replacement()));
                    case TeamEntryMarkedInError e ->
                            ledger.plus(line, new Ledger.Mending<>(id, e.target().value(), null));
                    case TeamRegistered _ -> ledger.plus(line);
                    case StaffJoined _ -> ledger.plus(line);
                    case StaffLeft _ -> ledger.plus(line);
                    case TeamAllocated _ -> ledger.plus(line);
                    case ImplementationSessionHeld _ -> ledger.plus(line);
                    case PartnershipProjectMoved _ -> ledger.plus(line);
                    case TeamMeasureAnswered _ -> ledger.plus(line);
                    case DataGapDeclared _ -> ledger.plus(line);
                });
    }
}
