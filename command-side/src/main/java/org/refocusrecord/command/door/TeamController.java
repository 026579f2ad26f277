package org.refocusrecord.command.door;

import jakarta.servlet.http.HttpServletRequest;

import org.refocusrecord.command.Posting.Right;
import org.refocusrecord.command.Refusal;
import org.refocusrecord.command.study.StudyCommand;
import org.refocusrecord.command.team.TeamCommand;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.team.TeamAllocated;
import org.refocusrecord.events.team.TeamEntryMarkedInError;
import org.refocusrecord.events.team.TeamEvent;
import org.refocusrecord.events.team.TeamRegistered;
import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Role;
import org.refocusrecord.web.problem.Fault;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.problem.ProblemException;
import org.refocusrecord.web.query.PathIds;
import org.refocusrecord.web.reading.CommandBody;
import org.refocusrecord.web.reading.ShapeReader;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Commands about a team. */
@RestController
@RequestMapping("/api/v1/teams")
public final class TeamController {

    private static final Map<String, String> COMMANDS =
            Map.of(
                    "staff", "staff",
                    "allocation", "allocation",
                    "implementation-sessions", "implementation-session",
                    "partnership-project", "partnership-project",
                    "measures", "team-measure",
                    "data-gaps", "data-gap",
                    "corrections", "team-correction");

    private static final Set<String> ONLY_ADMINISTRATORS = Set.of("allocation");

    private final CommandDoor door;
    private final ScopeDoor scope;
    private final StateDoor states;
    private final ShapeReader reader;
    private final LedgerCorrectionDoor corrections;

    /** Through this door. */
    public TeamController(
            CommandDoor door,
            ScopeDoor scope,
            StateDoor states,
            ShapeReader reader,
            LedgerCorrectionDoor corrections) {
        this.door = door;
        this.scope = scope;
        this.states = states;
        this.reader = reader;
        this.corrections = corrections;
    }

    /** Registers a team. */
    @PostMapping
    public ResponseEntity<Object> register(Caller caller, HttpServletRequest request) {
        caller.require(Role.ADMIN);
        Received received = door.receive(request, "team");
        TeamRegistered team =
                (TeamRegistered)
                        whole(
                                reader.command(
                                                "team",
                                                received.body(),
                                                door.reading(received)
                                                        .otherwise(
                                                                "recordedBy",
                                                                ScopeDoor.self(caller)))
                                        .orProblem());
        return door.answer(
                received,
                team.commandId(),
                TeamCommand.class,
                () ->
                        door.inScope(
                                caller,
                                received,
                                team.commandId(),
                                () -> {
                                    registering(caller, team);
                                    return fact(received, caller, team, List.of());
                                }));
    }

    private static void registering(Caller caller, TeamRegistered team) {
        if (!ScopeDoor.isOfTrust(caller, team.trust())) {
            Faulty.throwIfAny(List.of(Fault.at("/trust", ProblemCode.TRUST_NOT_YOURS)));
        }
        Faulty.throwIfAny(ScopeDoor.recorder(caller, team.recordedBy()));
    }

    /** Records a fact about a team, or corrects one. */
    @PostMapping("/{id}/{what}")
    public ResponseEntity<Object> command(
            @PathVariable String id,
            @PathVariable String what,
            Caller caller,
            HttpServletRequest request) {
        String name = COMMANDS.get(what);
        if (name == null) {
            throw new ProblemException(ProblemCode.PATH_UNKNOWN);
        }
        boolean leadersToo = !ONLY_ADMINISTRATORS.contains(name);
        if (leadersToo) {
            caller.require(Role.ADMIN, Role.TEAM_LEADER);
        } else {
            caller.require(Role.ADMIN);
        }
        TeamId teamId = PathIds.of(id, TeamId::new, ProblemCode.TEAM_UNKNOWN);
        Received received = door.receive(request, name, "teamId", teamId);
        CommandBody body =
                reader.command(
                                name,
                                received.body(),
                                door.reading(received)
                                        .given("teamId", teamId)
                                        .otherwise("recordedBy", ScopeDoor.self(caller)))
                        .orProblem();
        return switch (body) {
            case CommandBody.Whole(Event event)
                    when event instanceof TeamEntryMarkedInError marked ->
                    corrections.mark(received, caller, teamId, marked);
            case CommandBody.Whole(Event event) ->
                    state(received, caller, teamId, (TeamEvent) event, leadersToo);
            case CommandBody.Amending amending ->
                    corrections.amend(received, caller, teamId, amending);
        };
    }

    private ResponseEntity<Object> state(
            Received received, Caller caller, TeamId teamId, TeamEvent fact, boolean leadersToo) {
        return door.answer(
                received,
                fact.commandId(),
                TeamCommand.class,
                () ->
                        door.inScope(
                                caller,
                                received,
                                fact.commandId(),
                                () -> {
                                    scope.forTeam(caller, teamId, leadersToo);
                                    Faulty.throwIfAny(
                                            ScopeDoor.recorder(caller, fact.recordedBy()));
                                    return fact(received, caller, fact, references(fact));
                                }));
    }

    private List<Refusal> references(TeamEvent fact) {
        return fact instanceof TeamAllocated allocated
                        && !states.isThere(StudyCommand.streamOf(allocated.studyId()))
                ? List.of(new Refusal.ReferenceUnknown("/studyId", allocated.studyId().value()))
                : List.of();
    }

    private TeamCommand fact(
            Received received, Caller caller, TeamEvent fact, List<Refusal> atTheDoor) {
        return new TeamCommand.StateTeamFact(
                TeamCommand.streamOf(fact.teamId()),
                door.posting(received, caller, rightOf(caller), atTheDoor),
                fact);
    }

    static Right rightOf(Caller caller) {
        return caller.roles().contains(Role.ADMIN) ? Right.ADMIN : Right.TEAM_LEADER;
    }

    static Event whole(CommandBody body) {
        if (body instanceof CommandBody.Whole(Event event)) {
            return event;
        }
        throw new IllegalStateException("a correction where none can be");
    }
}
