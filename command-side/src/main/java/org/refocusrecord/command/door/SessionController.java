package org.refocusrecord.command.door;

import jakarta.servlet.http.HttpServletRequest;

import org.refocusrecord.command.casefile.CaseCommand;
import org.refocusrecord.command.door.ScopeDoor.CaseInScope;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.security.Caller;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.query.PathIds;
import org.refocusrecord.web.reading.OwnEntriesBody;
import org.refocusrecord.web.reading.ReadingContext;
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
        Post.SESSION.require(caller);
        return session(caller, door.receive(request, Post.SESSION.command()));
    }

    ResponseEntity<Object> session(Caller caller, Received received) {
        SessionBody body = reader.session(received.body(), door.reading(received)).orProblem();
        CaseId caseId = body.held().caseId();
        return door.answer(
                received,
                caller,
                body.held().sessionId(),
                CaseCommand.streamOf(caseId),
                loading -> {
                    CaseInScope open = scope.forRecording(caller, caseId, Post.SESSION, loading);
                    return new Scoped.OfCase(
                            new CaseCommand.RecordSession(
                                    CaseCommand.streamOf(caseId),
                                    door.posting(received, caller, open.right(), List.of()),
                                    body.held(),
                                    body.entries()),
                            open.state());
                });
    }

    /** Refuses what is no session by its form, whatever it says. */
    void requireForm(Received received) {
        reader.session(received.body(), door.reading(received)).orProblem();
    }

    /** Records what the person wrote alone. */
    @PostMapping("/cases/{id}/own-entries")
    public ResponseEntity<Object> ownEntries(
            @PathVariable String id, Caller caller, HttpServletRequest request) {
        Post.OWN_ENTRIES.require(caller);
        CaseId caseId = PathIds.of(id, CaseId::new, ProblemCode.CASE_UNKNOWN);
        return ownEntries(
                caseId,
                caller,
                door.receive(request, Post.OWN_ENTRIES.command(), "caseId", caseId));
    }

    ResponseEntity<Object> ownEntries(CaseId caseId, Caller caller, Received received) {
        ReadingContext context =
                door.reading(received)
                        .given("caseId", caseId)
                        .otherwise("recordedBy", Person.theOnly(Party.SERVICE_USER));
        OwnEntriesBody body = reader.ownEntries(received.body(), context).orProblem();
        return door.answer(
                received,
                caller,
                body.written().commandId(),
                CaseCommand.streamOf(caseId),
                loading -> {
                    CaseInScope open =
                            scope.forRecording(caller, caseId, Post.OWN_ENTRIES, loading);
                    return new Scoped.OfCase(
                            new CaseCommand.WriteOwnEntries(
                                    CaseCommand.streamOf(caseId),
                                    door.posting(received, caller, open.right(), List.of()),
                                    body.written(),
                                    body.entries()),
                            open.state());
                });
    }
}
