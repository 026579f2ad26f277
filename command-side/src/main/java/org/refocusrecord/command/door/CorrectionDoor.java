package org.refocusrecord.command.door;

import org.refocusrecord.command.Posting;
import org.refocusrecord.command.Refusal;
import org.refocusrecord.command.ReplacementReading;
import org.refocusrecord.command.casefile.CaseCommand;
import org.refocusrecord.command.casefile.CaseCommand.Correcting;
import org.refocusrecord.command.casefile.CaseState;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.CorrectionCause;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.JsonText;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.casefile.CaseEvent;
import org.refocusrecord.events.casefile.CaseOpened;
import org.refocusrecord.events.casefile.CaseTransferred;
import org.refocusrecord.events.correction.CorrectionEvent;
import org.refocusrecord.events.correction.EntryMarkedInError;
import org.refocusrecord.events.session.Entry;
import org.refocusrecord.security.Caller;
import org.refocusrecord.web.problem.Fault;
import org.refocusrecord.web.reading.CommandBody;
import org.refocusrecord.web.reading.Reading;
import org.refocusrecord.web.reading.ReadingContext;
import org.refocusrecord.web.reading.ShapeReader;
import org.springframework.http.ResponseEntity;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Corrections of what is recorded in a case: the replacement is read when it is known what it
 * replaces.
 */
public final class CorrectionDoor {

    private static final JsonText UNREAD = new JsonText("null");

    private final CommandDoor door;
    private final ScopeDoor scope;
    private final StateDoor states;
    private final ShapeReader reader;

    /** Through this door. */
    public CorrectionDoor(CommandDoor door, ScopeDoor scope, StateDoor states, ShapeReader reader) {
        this.door = door;
        this.scope = scope;
        this.states = states;
        this.reader = reader;
    }

    ResponseEntity<Object> mark(
            Received received, Caller caller, CaseId caseId, CorrectionEvent event) {
        EntryMarkedInError marked = (EntryMarkedInError) event;
        return correct(
                received,
                caller,
                caseId,
                new Correcting(
                        caseId,
                        marked.commandId(),
                        marked.target(),
                        false,
                        marked.because(),
                        marked.reason(),
                        null,
                        marked.confirmedBy(),
                        marked.recordedBy(),
                        (replacement, type, as) -> new ReplacementReading.NotRead<>(List.of())));
    }

    ResponseEntity<Object> amend(
            Received received, Caller caller, CaseId caseId, CommandBody.Amending amending) {
        return correct(
                received,
                caller,
                caseId,
                new Correcting(
                        caseId,
                        member(amending, "commandId", CommandId.class),
                        amending.target(),
                        true,
                        (CorrectionCause) amending.member("because"),
                        member(amending, "reason", Words.class),
                        UNREAD,
                        (Person) amending.member("confirmedBy"),
                        member(amending, "recordedBy", Person.class),
                        (replacement, type, as) ->
                                read(
                                        caseId,
                                        original(caseId, amending.target()),
                                        amending.replacement(),
                                        reading(received, caller, caseId, as))));
    }

    /** The person corrects by the own rules; who recorded it stays where nobody else is named. */
    private ReadingContext reading(
            Received received, Caller caller, CaseId caseId, ReplacementReading.As as) {
        ReadingContext context = door.reading(received).otherwise("recordedBy", as.recordedBy());
        boolean thePerson =
                scope.rightAt(caller, scope.caseOf(caseId)) == Posting.Right.SERVICE_USER;
        return thePerson ? context.byOwnDoor() : context;
    }

    private static <T> T member(CommandBody.Amending amending, String name, Class<T> type) {
        Object value = amending.member(name);
        if (value == null) {
            throw new IllegalStateException("a correction without its " + name);
        }
        return type.cast(value);
    }

    private ResponseEntity<Object> correct(
            Received received, Caller caller, CaseId caseId, Correcting correcting) {
        return door.answer(
                received,
                correcting.commandId(),
                CaseCommand.class,
                () -> {
                    CaseState state =
                            door.inScope(
                                    caller,
                                    received,
                                    correcting.commandId(),
                                    () -> recording(caller, caseId, correcting));
                    return new CaseCommand.Correct(
                            CaseCommand.streamOf(caseId),
                            door.posting(received, caller, scope.rightAt(caller, state), List.of()),
                            correcting);
                });
    }

    private CaseState recording(Caller caller, CaseId caseId, Correcting correcting) {
        CaseState state = scope.forRecording(caller, caseId, true);
        Faulty.throwIfAny(ScopeDoor.recorder(caller, correcting.recordedBy()));
        return state;
    }

    /** What is corrected, as it was first recorded: it never changes. */
    private Optional<Event> original(CaseId caseId, AnyId target) {
        return states.events(CaseCommand.streamOf(caseId)).stream()
                .filter(event -> target.value().equals(idOf(event)))
                .map(RecordedEvent::event)
                .findFirst();
    }

    private static UUID idOf(RecordedEvent event) {
        return event.event() instanceof Entry entry
                ? entry.entryId().value()
                : event.commandId().value();
    }

    private ReplacementReading.Outcome<CaseEvent> read(
            CaseId caseId, Optional<Event> original, JsonNode replacement, ReadingContext context) {
        if (original.isEmpty()) {
            return new ReplacementReading.NotRead<>(List.of());
        }
        return switch (reader.replacement(original.get(), replacement, context)) {
            case Reading.Read<Event>(Event event) -> named(caseId, (CaseEvent) event);
            case Reading.NotReadable<Event>(List<Fault> faults) ->
                    new ReplacementReading.NotRead<>(
                            faults.stream().map(CorrectionDoor::refusal).toList());
        };
    }

    /**
     * A team that a corrected opening or transfer names must be there, and of the trust, as for a
     * new one.
     */
    private ReplacementReading.Outcome<CaseEvent> named(CaseId caseId, CaseEvent event) {
        return switch (event) {
            case CaseTransferred transfer -> named(caseId, event, "/toTeamId", transfer.toTeamId());
            case CaseOpened opened -> named(caseId, event, "/teamId", opened.teamId());
            default -> new ReplacementReading.WasRead<>(event);
        };
    }

    private ReplacementReading.Outcome<CaseEvent> named(
            CaseId caseId, CaseEvent event, String pointer, TeamId team) {
        CaseState.Opened opened = scope.caseOf(caseId).opened();
        boolean there =
                scope.team(team)
                        .registered()
                        .filter(known -> opened != null && known.trust().equals(opened.trust()))
                        .isPresent();
        return there
                ? new ReplacementReading.WasRead<>(event)
                : new ReplacementReading.NotRead<>(
                        List.of(new Refusal.ReferenceUnknown(pointer, team.value())));
    }

    /**
     * Faults point into the whole body already; the rules put the prefix before what they are
     * given.
     */
    static Refusal refusal(Fault fault) {
        String prefix = "/replacement";
        String pointer =
                fault.pointer().startsWith(prefix)
                        ? fault.pointer().substring(prefix.length())
                        : fault.pointer();
        return new Refusal.NotReadable(pointer, fault.code().code(), fault.message());
    }
}
