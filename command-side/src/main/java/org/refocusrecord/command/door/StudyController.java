package org.refocusrecord.command.door;

import jakarta.servlet.http.HttpServletRequest;

import org.refocusrecord.command.Refusal;
import org.refocusrecord.command.casefile.CaseCommand;
import org.refocusrecord.command.study.StudyCommand;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.StudyId;
import org.refocusrecord.events.study.ConsentStated;
import org.refocusrecord.events.study.StudyEntryMarkedInError;
import org.refocusrecord.events.study.StudyEvent;
import org.refocusrecord.events.study.StudyRegistered;
import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Role;
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

/** Commands about a study. */
@RestController
@RequestMapping("/api/v1/studies")
public final class StudyController {

    private static final Map<String, String> COMMANDS =
            Map.of(
                    "participants", "consent",
                    "definitions", "definition",
                    "corrections", "study-correction");

    private final CommandDoor door;
    private final StateDoor states;
    private final ShapeReader reader;
    private final LedgerCorrectionDoor corrections;

    /** Through this door. */
    public StudyController(
            CommandDoor door,
            StateDoor states,
            ShapeReader reader,
            LedgerCorrectionDoor corrections) {
        this.door = door;
        this.states = states;
        this.reader = reader;
        this.corrections = corrections;
    }

    /** Registers a study. */
    @PostMapping
    public ResponseEntity<Object> register(Caller caller, HttpServletRequest request) {
        caller.require(Role.ADMIN);
        Received received = door.receive(request, "study");
        CommandBody body =
                reader.command(
                                "study",
                                received.body(),
                                door.reading(received)
                                        .otherwise("recordedBy", ScopeDoor.self(caller)))
                        .orProblem();
        StudyRegistered study = (StudyRegistered) TeamController.whole(body);
        return state(received, caller, study);
    }

    /** Records a consent, a definition or a correction. */
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
        boolean researchersToo = name.equals("definition");
        if (researchersToo) {
            caller.require(Role.ADMIN, Role.RESEARCHER);
        } else {
            caller.require(Role.ADMIN);
        }
        StudyId studyId = PathIds.of(id, StudyId::new, ProblemCode.STUDY_UNKNOWN);
        Received received = door.receive(request, name, "studyId", studyId);
        CommandBody body =
                reader.command(
                                name,
                                received.body(),
                                door.reading(received)
                                        .given("studyId", studyId)
                                        .otherwise("recordedBy", ScopeDoor.self(caller)))
                        .orProblem();
        return switch (body) {
            case CommandBody.Whole(Event event)
                    when event instanceof StudyEntryMarkedInError marked ->
                    corrections.mark(received, caller, studyId, marked);
            case CommandBody.Whole(Event event) -> state(received, caller, (StudyEvent) event);
            case CommandBody.Amending amending ->
                    corrections.amend(received, caller, studyId, amending);
        };
    }

    private ResponseEntity<Object> state(Received received, Caller caller, StudyEvent fact) {
        return door.answer(
                received,
                fact.commandId(),
                StudyCommand.class,
                () ->
                        door.inScope(
                                caller,
                                received,
                                fact.commandId(),
                                () -> {
                                    inScope(caller, fact);
                                    return new StudyCommand.StateStudyFact(
                                            StudyCommand.streamOf(fact.studyId()),
                                            door.posting(
                                                    received,
                                                    caller,
                                                    TeamController.rightOf(caller),
                                                    references(fact)),
                                            fact);
                                }));
    }

    private void inScope(Caller caller, StudyEvent fact) {
        boolean ofToken =
                caller.roles().contains(Role.ADMIN) || caller.studies().contains(fact.studyId());
        boolean there =
                fact instanceof StudyRegistered
                        || states.ofStudy(StudyCommand.streamOf(fact.studyId())).isRegistered();
        if (!ofToken || !there) {
            throw new ProblemException(ProblemCode.STUDY_UNKNOWN);
        }
        Faulty.throwIfAny(ScopeDoor.recorder(caller, fact.recordedBy()));
    }

    private List<Refusal> references(StudyEvent fact) {
        return fact instanceof ConsentStated consent
                        && !states.isThere(CaseCommand.streamOf(consent.caseId()))
                ? List.of(new Refusal.ReferenceUnknown("/caseId", consent.caseId().value()))
                : List.of();
    }
}
