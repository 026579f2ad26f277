package org.refocusrecord.command.door;

import org.refocusrecord.command.Ledger;
import org.refocusrecord.command.LedgerRules.Correcting;
import org.refocusrecord.command.Posting;
import org.refocusrecord.command.Posting.Right;
import org.refocusrecord.command.Refusal;
import org.refocusrecord.command.team.TeamCommand;
import org.refocusrecord.command.team.TeamState;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.Id;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.team.TeamEntryMarkedInError;
import org.refocusrecord.events.team.TeamEvent;
import org.refocusrecord.events.team.TeamRegistered;
import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Role;
import org.refocusrecord.web.problem.Fault;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.query.PathIds;

import java.util.List;
import java.util.Optional;

/** What is particular at the door to teams. */
record TeamDoor(StateDoor states, Elsewhere elsewhere) implements LedgerDoor<TeamEvent, TeamState> {

    @Override
    public Class<TeamEvent> family() {
        return TeamEvent.class;
    }

    @Override
    public String member() {
        return "teamId";
    }

    @Override
    public Id id(String ofPath) {
        return PathIds.of(ofPath, TeamId::new, ProblemCode.TEAM_UNKNOWN);
    }

    @Override
    public String stream(Id id) {
        return TeamCommand.streamOf((TeamId) id);
    }

    @Override
    public TeamState state(Id id) {
        return states.team((TeamId) id);
    }

    @Override
    public Ledger<TeamEvent> ledger(TeamState state) {
        return state.ledger();
    }

    @Override
    public InScope scope(Caller caller, Post post, Id id, TeamState state) {
        boolean leadersToo = post.who().includes(Role.TEAM_LEADER);
        return new InScope(ScopeDoor.forTeam(caller, (TeamId) id, state, leadersToo), List.of());
    }

    @Override
    public InScope scopeOfNew(Caller caller, TeamEvent fact) {
        boolean ofTrust =
                fact instanceof TeamRegistered team && ScopeDoor.isOfTrust(caller, team.trust());
        return new InScope(
                Right.ADMIN,
                ofTrust ? List.of() : List.of(Fault.at("/trust", ProblemCode.TRUST_NOT_YOURS)));
    }

    @Override
    public List<Refusal> missing(TeamEvent fact, Caller caller) {
        return elsewhere.missing(fact);
    }

    @Override
    public Id idOf(TeamEvent fact) {
        return fact.teamId();
    }

    @Override
    public CommandId commandId(TeamEvent fact) {
        return fact.commandId();
    }

    @Override
    public Person recordedBy(TeamEvent fact) {
        return fact.recordedBy();
    }

    @Override
    public Optional<Correcting<TeamEvent>> marking(TeamEvent fact) {
        return fact instanceof TeamEntryMarkedInError marked
                ? Optional.of(
                        new Correcting<>(
                                marked.teamId().value(),
                                marked.commandId(),
                                marked.target(),
                                marked.because(),
                                marked.reason(),
                                null,
                                marked.confirmedBy(),
                                marked.recordedBy()))
                : Optional.empty();
    }

    @Override
    public Scoped stating(TeamState state, Posting posting, TeamEvent fact) {
        return new Scoped.OfTeam(
                new TeamCommand.StateTeamFact(stream(fact.teamId()), posting, fact), state);
    }

    @Override
    public Scoped correcting(TeamState state, Posting posting, Correcting<TeamEvent> sent) {
        return new Scoped.OfTeam(
                new TeamCommand.CorrectTeam(stream(new TeamId(sent.streamId())), posting, sent),
                state);
    }
}
