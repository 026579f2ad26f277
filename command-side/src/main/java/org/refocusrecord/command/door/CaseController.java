package org.refocusrecord.command.door;

import jakarta.servlet.http.HttpServletRequest;

import org.refocusrecord.command.Posting;
import org.refocusrecord.command.Posting.Right;
import org.refocusrecord.command.Refusal;
import org.refocusrecord.command.casefile.CaseCommand;
import org.refocusrecord.command.casefile.CaseState;
import org.refocusrecord.command.door.ScopeDoor.CaseInScope;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.casefile.CaseEvent;
import org.refocusrecord.events.casefile.CaseFileEvent;
import org.refocusrecord.events.casefile.CaseOpened;
import org.refocusrecord.events.correction.CorrectionEvent;
import org.refocusrecord.events.correction.EntryMarkedInError;
import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Role;
import org.refocusrecord.web.problem.Fault;
import org.refocusrecord.web.problem.ProblemCode;
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

/** Commands about a case. */
@RestController
@RequestMapping("/api/v1/cases")
public final class CaseController {

    /** Only these, so that a post to what is there to be read is told so. */
    private static final String WHAT =
            "care-coordinator|transfers|closure|reopening|death|crisis-plan|corrections|disagreements|erasures";

    private final CommandDoor door;
    private final ScopeDoor scope;
    private final StateDoor states;
    private final ShapeReader reader;
    private final Elsewhere elsewhere;
    private final CorrectionDoor corrections;

    /** Through these doors. */
    public CaseController(
            CommandDoor door,
            ScopeDoor scope,
            StateDoor states,
            ShapeReader reader,
            Elsewhere elsewhere,
            CorrectionDoor corrections) {
        this.door = door;
        this.scope = scope;
        this.states = states;
        this.reader = reader;
        this.elsewhere = elsewhere;
        this.corrections = corrections;
    }

    /** Opens a case. */
    @PostMapping
    public ResponseEntity<Object> open(Caller caller, HttpServletRequest request) {
        Post.CASE.require(caller);
        return open(caller, door.receive(request, Post.CASE.command()));
    }

    ResponseEntity<Object> open(Caller caller, Received received) {
        CaseOpened opened = (CaseOpened) whole(received, door.reading(received));
        String stream = CaseCommand.streamOf(opened.caseId());
        return door.answer(
                received,
                caller,
                opened.commandId(),
                stream,
                loading -> {
                    Faulty.throwIfAny(received, notTheCallers(caller, opened));
                    Posting posting =
                            door.posting(
                                    received,
                                    caller,
                                    Right.CLINICAL_SYSTEM,
                                    elsewhere.missing(opened, opened.trust()));
                    return states.scoped(
                            new CaseCommand.StateFact(stream, posting, opened.commandId(), opened),
                            loading);
                });
    }

    private static List<Fault> notTheCallers(Caller caller, CaseOpened opened) {
        List<Fault> faults = new ArrayList<>();
        if (!opened.trust().equals(caller.trust())) {
            faults.add(Fault.at("/trust", ProblemCode.TRUST_NOT_YOURS));
        }
        if (caller.teams() != null && !caller.namesTeam(opened.teamId())) {
            faults.add(Fault.at("/teamId", ProblemCode.TRUST_NOT_YOURS));
        }
        return faults;
    }

    /** Records a fact about a case, a correction or a disagreement. */
    @PostMapping("/{id}/{what:" + WHAT + "}")
    public ResponseEntity<Object> command(
            @PathVariable String id,
            @PathVariable String what,
            Caller caller,
            HttpServletRequest request) {
        Post post = Post.at("cases", what).require(caller);
        CaseId caseId = PathIds.of(id, CaseId::new, ProblemCode.CASE_UNKNOWN);
        return command(
                post, caseId, caller, door.receive(request, post.command(), "caseId", caseId));
    }

    ResponseEntity<Object> command(Post post, CaseId caseId, Caller caller, Received received) {
        ReadingContext context =
                recorder(caller, post, door.reading(received).given("caseId", caseId));
        return switch (reader.command(received.name(), received.body(), context).orProblem()) {
            case CommandBody.Whole(EntryMarkedInError marked) ->
                    corrections.mark(received, caller, caseId, marked);
            case CommandBody.Whole(var event) ->
                    fact(received, caller, caseId, (CaseEvent) event, post);
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
        Post.REPLY.require(caller);
        CaseId caseId = PathIds.of(id, CaseId::new, ProblemCode.CASE_UNKNOWN);
        CommandId about =
                PathIds.of(disagreement, CommandId::new, ProblemCode.DISAGREEMENT_UNKNOWN);
        return reply(
                caseId,
                about,
                caller,
                door.receive(
                        request, Post.REPLY.command(), "caseId", caseId, "disagreementId", about));
    }

    ResponseEntity<Object> reply(CaseId caseId, CommandId about, Caller caller, Received received) {
        ReadingContext context =
                door.reading(received).given("caseId", caseId).given("disagreementId", about);
        return fact(
                received,
                caller,
                caseId,
                whole(received, recorder(caller, Post.REPLY, context)),
                Post.REPLY);
    }

    /** Approves an erasure, which destroys the keys of its words. */
    @PostMapping("/{id}/erasures/{erasure}/approval")
    public ResponseEntity<Object> approve(
            @PathVariable String id,
            @PathVariable String erasure,
            Caller caller,
            HttpServletRequest request) {
        Post post = Post.ERASURE_APPROVAL.require(caller);
        CaseId caseId = PathIds.of(id, CaseId::new, ProblemCode.CASE_UNKNOWN);
        CommandId asked = PathIds.of(erasure, CommandId::new, ProblemCode.ERASURE_UNKNOWN);
        return approve(
                caseId,
                asked,
                caller,
                door.receive(request, post.command(), "caseId", caseId, "erasureId", asked));
    }

    ResponseEntity<Object> approve(
            CaseId caseId, CommandId asked, Caller caller, Received received) {
        Post post = Post.ERASURE_APPROVAL;
        ReadingContext context =
                door.reading(received).given("caseId", caseId).given("erasureId", asked);
        return fact(
                received, caller, caseId, whole(received, recorder(caller, post, context)), post);
    }

    /** A clinical system must say who recorded it; others record for themselves. */
    private static ReadingContext recorder(Caller caller, Post post, ReadingContext context) {
        return caller.is(Role.CLINICAL_SYSTEM) && post.who().isForStaff()
                ? context
                : context.otherwise("recordedBy", Self.of(caller));
    }

    private CaseEvent whole(Received received, ReadingContext context) {
        CommandBody body = reader.command(received.name(), received.body(), context).orProblem();
        if (body instanceof CommandBody.Whole(var event) && event instanceof CaseEvent read) {
            return read;
        }
        throw new IllegalStateException("not a command of a case: " + received.name());
    }

    private ResponseEntity<Object> fact(
            Received received, Caller caller, CaseId caseId, CaseEvent fact, Post post) {
        CommandId commandId = commandId(fact);
        String stream = CaseCommand.streamOf(caseId);
        return door.answer(
                received,
                caller,
                commandId,
                stream,
                loading -> {
                    CaseInScope open =
                            post.who().isForStaff()
                                    ? scope.forRecording(caller, caseId, post, loading)
                                    : scope.forErasing(caller, caseId, loading);
                    Posting posting =
                            door.posting(received, caller, open.right(), missing(open, fact));
                    return new Scoped.OfCase(
                            new CaseCommand.StateFact(stream, posting, commandId, fact),
                            open.state());
                });
    }

    private List<Refusal> missing(CaseInScope open, CaseEvent fact) {
        CaseState.Opened opened = open.state().opened();
        return opened == null ? List.of() : elsewhere.missing(fact, opened.trust());
    }

    private static CommandId commandId(CaseEvent fact) {
        return fact instanceof CaseFileEvent told
                ? told.commandId()
                : ((CorrectionEvent) fact).commandId();
    }
}
