package org.refocusrecord.command.door;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.command.Posting.Right;
import org.refocusrecord.command.Refusal;
import org.refocusrecord.command.casefile.CaseCommand;
import org.refocusrecord.command.casefile.CaseCommand.Correcting;
import org.refocusrecord.command.casefile.CaseState;
import org.refocusrecord.command.casefile.Fact;
import org.refocusrecord.command.door.ScopeDoor.CaseInScope;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.CorrectionCause;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.casefile.CaseEvent;
import org.refocusrecord.events.correction.EntryMarkedInError;
import org.refocusrecord.security.Caller;
import org.refocusrecord.web.reading.CommandBody;
import org.refocusrecord.web.reading.ReadingContext;
import org.refocusrecord.web.reading.ShapeReader;
import org.springframework.http.ResponseEntity;

import java.util.List;
import java.util.function.Function;

/**
 * Corrections of what is recorded in a case. What a replacement replaces and what it names
 * elsewhere is looked up here, before anything is decided.
 */
public final class CorrectionDoor {

    private final CommandDoor door;
    private final ScopeDoor scope;
    private final StateDoor states;
    private final Elsewhere elsewhere;
    private final ShapeReader reader;

    /** Through these doors. */
    public CorrectionDoor(
            CommandDoor door,
            ScopeDoor scope,
            StateDoor states,
            Elsewhere elsewhere,
            ShapeReader reader) {
        this.door = door;
        this.scope = scope;
        this.states = states;
        this.elsewhere = elsewhere;
        this.reader = reader;
    }

    ResponseEntity<Object> mark(
            Received received, Caller caller, CaseId caseId, EntryMarkedInError marked) {
        Correcting sent =
                new Correcting(
                        caseId,
                        marked.commandId(),
                        marked.target(),
                        marked.because(),
                        marked.reason(),
                        null,
                        marked.confirmedBy(),
                        marked.recordedBy());
        return answer(
                received,
                caller,
                caseId,
                sent.commandId(),
                sent.target(),
                open -> correct(received, caller, open, List.of(), sent));
    }

    ResponseEntity<Object> amend(
            Received received, Caller caller, CaseId caseId, CommandBody.Amending amending) {
        CommandId commandId = amending.required("commandId", CommandId.class);
        return answer(
                received,
                caller,
                caseId,
                commandId,
                amending.target(),
                open -> {
                    Replacement<CaseEvent> replacement =
                            new Replacement<>(
                                    CaseEvent.class,
                                    reader,
                                    amending,
                                    original(caseId, open.state(), amending.target()),
                                    reading(received, open));
                    return correct(
                            received,
                            caller,
                            open,
                            replacement.missing(event -> missing(open, event)),
                            new Correcting(
                                    caseId,
                                    commandId,
                                    amending.target(),
                                    (CorrectionCause) amending.member("because"),
                                    amending.required("reason", Words.class),
                                    replacement,
                                    (Person) amending.member("confirmedBy"),
                                    amending.required("recordedBy", Person.class)));
                });
    }

    /** The person corrects by the own rules. */
    private ReadingContext reading(Received received, CaseInScope open) {
        ReadingContext context = door.reading(received);
        return open.right() == Right.SERVICE_USER ? context.byOwnDoor() : context;
    }

    /** What is corrected, as it was first recorded: it never changes. */
    private @Nullable Event original(CaseId caseId, CaseState state, AnyId target) {
        Fact corrected = state.byId().get(target.value());
        return corrected == null
                ? null
                : states.event(caseId, corrected).map(RecordedEvent::event).orElse(null);
    }

    private List<Refusal> missing(CaseInScope open, CaseEvent event) {
        CaseState.Opened opened = open.state().opened();
        return opened == null ? List.of() : elsewhere.missing(event, opened.trust());
    }

    private CaseCommand correct(
            Received received,
            Caller caller,
            CaseInScope open,
            List<Refusal> missing,
            Correcting sent) {
        return new CaseCommand.Correct(
                CaseCommand.streamOf(sent.caseId()),
                door.posting(received, caller, open.right(), missing),
                sent);
    }

    private ResponseEntity<Object> answer(
            Received received,
            Caller caller,
            CaseId caseId,
            CommandId commandId,
            AnyId target,
            Function<CaseInScope, CaseCommand> command) {
        return door.answer(
                received,
                caller,
                commandId,
                CaseCommand.streamOf(caseId),
                loading -> {
                    CaseInScope open = scope.forCorrecting(caller, caseId, target, loading);
                    return new Scoped.OfCase(command.apply(open), open.state());
                });
    }
}
