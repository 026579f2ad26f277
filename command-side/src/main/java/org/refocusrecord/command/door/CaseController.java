package org.refocusrecord.command.door;

import jakarta.servlet.http.HttpServletRequest;

import org.refocusrecord.command.Posting.Right;
import org.refocusrecord.command.Refusal;
import org.refocusrecord.command.casefile.CaseCommand;
import org.refocusrecord.command.casefile.CaseState;
import org.refocusrecord.command.team.TeamState;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.casefile.CaseEvent;
import org.refocusrecord.events.casefile.CaseFileEvent;
import org.refocusrecord.events.casefile.CaseOpened;
import org.refocusrecord.events.casefile.CaseTransferred;
import org.refocusrecord.events.correction.CorrectionEvent;
import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Role;
import org.refocusrecord.web.problem.Fault;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.problem.ProblemException;
import org.refocusrecord.web.query.PathIds;
import org.refocusrecord.web.reading.CommandBody;
import org.refocusrecord.web.reading.ReadingContext;
import org.refocusrecord.web.reading.ShapeReader;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Commands about a case. */
@RestController
@RequestMapping("/api/v1/cases")
public final class CaseController {

    /** The last part of a path, and the name of the command that it posts. */
    private static final Map<String, String> COMMANDS =
            Map.of(
                    "care-coordinator", "care-coordinator",
                    "transfers", "transfer",
                    "closure", "closure",
                    "reopening", "reopening",
                    "death", "death",
                    "crisis-plan", "crisis-plan",
                    "corrections", "correction",
                    "disagreements", "disagreement");

    private final CommandDoor door;
    private final ScopeDoor scope;
    private final ShapeReader reader;
    private final CorrectionDoor corrections;

    /** Through this door. */
    public CaseController(
            CommandDoor door, ScopeDoor scope, ShapeReader reader, CorrectionDoor corrections) {
        this.door = door;
        this.scope = scope;
        this.reader = reader;
        this.corrections = corrections;
    }

    /** Opens a case. */
    @PostMapping
    public ResponseEntity<Object> open(Caller caller, HttpServletRequest request) {
        caller.require(Role.CLINICAL_SYSTEM);
        Received received = door.receive(request, "case");
        CaseOpened opened = (CaseOpened) whole(received, received.name(), door.reading(received));
        return door.answer(
                received,
                opened.commandId(),
                CaseCommand.class,
                () -> {
                    List<Refusal> atTheDoor =
                            door.inScope(
                                    caller,
                                    received,
                                    opened.commandId(),
                                    () -> opening(caller, opened));
                    return new CaseCommand.StateFact(
                            CaseCommand.streamOf(opened.caseId()),
                            door.posting(received, caller, Right.CLINICAL_SYSTEM, atTheDoor),
                            opened.commandId(),
                            opened);
                });
    }

    private List<Refusal> opening(Caller caller, CaseOpened opened) {
        if (!opened.trust().equals(caller.trust())) {
            Faulty.throwIfAny(List.of(Fault.at("/trust", ProblemCode.TRUST_NOT_YOURS)));
        }
        if (caller.teams() != null && !caller.teams().contains(opened.teamId())) {
            Faulty.throwIfAny(List.of(Fault.at("/teamId", ProblemCode.TRUST_NOT_YOURS)));
        }
        return team("/teamId", opened.teamId(), opened.trust());
    }

    /** A team that is not there, or is of another trust, cannot be named. */
    private List<Refusal> team(String pointer, TeamId teamId, String trust) {
        TeamState team = scope.team(teamId);
        return team.registered().filter(known -> known.trust().equals(trust)).isPresent()
                ? List.of()
                : List.of(new Refusal.ReferenceUnknown(pointer, teamId.value()));
    }

    /** Records a fact about a case, a correction or a disagreement. */
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
        boolean persons = name.equals("correction") || name.equals("disagreement");
        require(caller, persons);
        CaseId caseId = PathIds.of(id, CaseId::new, ProblemCode.CASE_UNKNOWN);
        Received received = door.receive(request, name, "caseId", caseId);
        ReadingContext context = recorder(caller, door.reading(received).given("caseId", caseId));
        CommandBody body = reader.command(name, received.body(), context).orProblem();
        return switch (body) {
            case CommandBody.Whole(var event) when name.equals("correction") ->
                    corrections.mark(received, caller, caseId, (CorrectionEvent) event);
            case CommandBody.Whole(var event) ->
                    fact(received, caller, caseId, (CaseEvent) event, persons);
            case CommandBody.Amending amending ->
                    corrections.amend(received, caller, caseId, amending);
        };
    }

    /** Records a reply to a disagreement. */
    @PostMapping("/{id}/disagreements/{disagreement}/replies")
    public ResponseEntity<Object> reply(
            @PathVariable String id,
            @PathVariable String disagreement,
            Caller caller,
            HttpServletRequest request) {
        require(caller, true);
        CaseId caseId = PathIds.of(id, CaseId::new, ProblemCode.CASE_UNKNOWN);
        CommandId about =
                PathIds.of(disagreement, CommandId::new, ProblemCode.DISAGREEMENT_UNKNOWN);
        Received received =
                door.receive(request, "reply", "caseId", caseId, "disagreementId", about);
        ReadingContext context =
                recorder(
                        caller,
                        door.reading(received)
                                .given("caseId", caseId)
                                .given("disagreementId", about));
        return fact(received, caller, caseId, whole(received, "reply", context), true);
    }

    private static void require(Caller caller, boolean personsToo) {
        if (personsToo) {
            caller.require(Role.CLINICAL_SYSTEM, Role.WORKER, Role.TEAM_LEADER, Role.SERVICE_USER);
        } else {
            caller.require(Role.CLINICAL_SYSTEM, Role.WORKER, Role.TEAM_LEADER);
        }
    }

    /** A clinical system must say who recorded it; others record for themselves. */
    static ReadingContext recorder(Caller caller, ReadingContext context) {
        return caller.roles().contains(Role.CLINICAL_SYSTEM)
                ? context
                : context.otherwise("recordedBy", ScopeDoor.self(caller));
    }

    private CaseEvent whole(Received received, String name, ReadingContext context) {
        CommandBody body = reader.command(name, received.body(), context).orProblem();
        if (body instanceof CommandBody.Whole(var event) && event instanceof CaseEvent read) {
            return read;
        }
        throw new IllegalStateException("not a command of a case: " + name);
    }

    private ResponseEntity<Object> fact(
            Received received, Caller caller, CaseId caseId, CaseEvent fact, boolean personsToo) {
        CommandId commandId = commandId(fact);
        return door.answer(
                received,
                commandId,
                CaseCommand.class,
                () -> {
                    CaseState state =
                            door.inScope(
                                    caller,
                                    received,
                                    commandId,
                                    () -> recording(caller, caseId, fact, personsToo));
                    return new CaseCommand.StateFact(
                            CaseCommand.streamOf(caseId),
                            door.posting(
                                    received,
                                    caller,
                                    scope.rightAt(caller, state),
                                    references(state, fact)),
                            commandId,
                            fact);
                });
    }

    private List<Refusal> references(CaseState state, CaseEvent fact) {
        List<Refusal> refusals = new ArrayList<>();
        if (fact instanceof CaseTransferred transfer && state.opened() != null) {
            refusals.addAll(team("/toTeamId", transfer.toTeamId(), state.opened().trust()));
        }
        return refusals;
    }

    private CaseState recording(Caller caller, CaseId caseId, CaseEvent fact, boolean personsToo) {
        CaseState state = scope.forRecording(caller, caseId, personsToo);
        Faulty.throwIfAny(ScopeDoor.recorder(caller, recordedBy(fact)));
        return state;
    }

    private static CommandId commandId(CaseEvent fact) {
        if (fact instanceof CaseFileEvent told) {
            return told.commandId();
        }
        return ((CorrectionEvent) fact).commandId();
    }

    private static Person recordedBy(CaseEvent fact) {
        if (fact instanceof CaseFileEvent told) {
            return told.recordedBy();
        }
        return ((CorrectionEvent) fact).recordedBy();
    }
}
