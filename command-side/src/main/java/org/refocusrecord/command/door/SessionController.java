package org.refocusrecord.command.door;

import jakarta.servlet.http.HttpServletRequest;

import org.refocusrecord.command.Posting.Right;
import org.refocusrecord.command.casefile.CaseCommand;
import org.refocusrecord.command.casefile.CaseState;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Role;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.problem.ProblemException;
import org.refocusrecord.web.query.PathIds;
import org.refocusrecord.web.reading.OwnEntriesBody;
import org.refocusrecord.web.reading.SessionBody;
import org.refocusrecord.web.reading.ShapeReader;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/** Sessions, and the person's own door. */
@RestController
@RequestMapping("/api/v1")
public final class SessionController {

    private final CommandDoor door;
    private final ScopeDoor scope;
    private final ShapeReader reader;

    /** Through this door. */
    public SessionController(CommandDoor door, ScopeDoor scope, ShapeReader reader) {
        this.door = door;
        this.scope = scope;
        this.reader = reader;
    }

    /** Records a meeting, with all that came of it. */
    @PostMapping("/sessions")
    public ResponseEntity<Object> session(Caller caller, HttpServletRequest request) {
        caller.require(Role.CLINICAL_SYSTEM, Role.WORKER, Role.TEAM_LEADER);
        Received received = door.receive(request, "session");
        SessionBody body = reader.session(received.body(), door.reading(received)).orProblem();
        CaseId caseId = body.held().caseId();
        return door.answer(
                received,
                body.held().sessionId(),
                CaseCommand.class,
                () -> {
                    CaseState state =
                            door.inScope(
                                    caller,
                                    received,
                                    body.held().sessionId(),
                                    () -> recording(caller, caseId, body));
                    return new CaseCommand.RecordSession(
                            CaseCommand.streamOf(caseId),
                            door.posting(received, caller, scope.rightAt(caller, state), List.of()),
                            body.held(),
                            body.entries());
                });
    }

    private CaseState recording(Caller caller, CaseId caseId, SessionBody body) {
        CaseState state = scope.forRecording(caller, caseId, false);
        Faulty.throwIfAny(ScopeDoor.recorder(caller, body.held().recordedBy()));
        return state;
    }

    /** Records what the person wrote alone. */
    @PostMapping("/cases/{id}/own-entries")
    public ResponseEntity<Object> ownEntries(
            @PathVariable String id, Caller caller, HttpServletRequest request) {
        caller.require(Role.SERVICE_USER);
        CaseId caseId = PathIds.of(id, CaseId::new, ProblemCode.CASE_UNKNOWN);
        Received received = door.receive(request, "own-entries", "caseId", caseId);
        OwnEntriesBody body =
                reader.ownEntries(
                                received.body(),
                                door.reading(received)
                                        .given("caseId", caseId)
                                        .otherwise(
                                                "recordedBy", Person.theOnly(Party.SERVICE_USER)))
                        .orProblem();
        return door.answer(
                received,
                body.written().commandId(),
                CaseCommand.class,
                () ->
                        new CaseCommand.WriteOwnEntries(
                                CaseCommand.streamOf(caseId),
                                door.posting(
                                        received,
                                        caller,
                                        door.inScope(
                                                caller,
                                                received,
                                                body.written().commandId(),
                                                () -> own(caller, caseId, body)),
                                        List.of()),
                                body.written(),
                                body.entries()));
    }

    private Right own(Caller caller, CaseId caseId, OwnEntriesBody body) {
        if (!ScopeDoor.isOwn(caller, scope.caseOf(caseId))) {
            throw new ProblemException(ProblemCode.CASE_UNKNOWN);
        }
        Faulty.throwIfAny(ScopeDoor.recorder(caller, body.written().recordedBy()));
        return Right.SERVICE_USER;
    }
}
