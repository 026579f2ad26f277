package org.refocusrecord.command.door;

import org.refocusrecord.command.Posting.Right;
import org.refocusrecord.command.Refusal;
import org.refocusrecord.command.ReplacementReading;
import org.refocusrecord.command.casefile.CaseCommand;
import org.refocusrecord.command.casefile.CaseCommand.Correcting;
import org.refocusrecord.command.casefile.CaseState;
import org.refocusrecord.command.door.ScopeDoor.CaseInScope;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.CorrectionCause;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.JsonText;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.casefile.CaseEvent;
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
import java.util.function.Function;

/**
 * Corrections of what is recorded in a case: the replacement is read when it is known what it
 * replaces.
 */
public final class CorrectionDoor {

    private static final JsonText UNREAD = new JsonText("null");

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
        return correct(
                received,
                caller,
                caseId,
                marked.commandId(),
                open ->
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
                                nothing()));
    }

    ResponseEntity<Object> amend(
            Received received, Caller caller, CaseId caseId, CommandBody.Amending amending) {
        CommandId commandId = amending.required("commandId", CommandId.class);
        return correct(
                received,
                caller,
                caseId,
                commandId,
                open ->
                        new Correcting(
                                caseId,
                                commandId,
                                amending.target(),
                                true,
                                (CorrectionCause) amending.member("because"),
                                amending.required("reason", Words.class),
                                UNREAD,
                                (Person) amending.member("confirmedBy"),
                                amending.required("recordedBy", Person.class),
                                (replacement, type, as) ->
                                        read(
                                                open,
                                                original(caseId, amending.target()),
                                                amending.replacement(),
                                                reading(received, open, as))));
    }

    /** The person corrects by the own rules; who recorded it stays where nobody else is named. */
    private ReadingContext reading(Received received, CaseInScope open, ReplacementReading.As as) {
        ReadingContext context = door.reading(received).otherwise("recordedBy", as.recordedBy());
        return open.right() == Right.SERVICE_USER ? context.byOwnDoor() : context;
    }

    private ResponseEntity<Object> correct(
            Received received,
            Caller caller,
            CaseId caseId,
            CommandId commandId,
            Function<CaseInScope, Correcting> correcting) {
        return door.answer(
                received,
                caller,
                commandId,
                CaseCommand.class,
                () -> {
                    CaseInScope open = scope.forRecording(caller, caseId, Post.CORRECTION);
                    return new CaseCommand.Correct(
                            CaseCommand.streamOf(caseId),
                            door.posting(received, caller, open.right(), List.of()),
                            correcting.apply(open));
                });
    }

    /** What is corrected, as it was first recorded: it never changes. */
    private Optional<Event> original(CaseId caseId, AnyId target) {
        return states.events(caseId).stream()
                .filter(event -> target.value().equals(idOf(event)))
                .map(RecordedEvent::event)
                .findFirst();
    }

    private static UUID idOf(RecordedEvent event) {
        return event.event() instanceof Entry entry
                ? entry.entryId().value()
                : event.commandId().value();
    }

    /** What it names in other streams must be there, as for a new one. */
    private ReplacementReading.Outcome<CaseEvent> read(
            CaseInScope open,
            Optional<Event> original,
            JsonNode replacement,
            ReadingContext context) {
        CaseState.Opened opened = open.state().opened();
        if (original.isEmpty() || opened == null) {
            return new ReplacementReading.NotRead<>(List.of());
        }
        return switch (reader.replacement(original.get(), replacement, context)) {
            case Reading.Read<Event>(Event event) -> {
                CaseEvent read = (CaseEvent) event;
                yield new ReplacementReading.WasRead<>(
                        read, elsewhere.missing(read, opened.trust()));
            }
            case Reading.NotReadable<Event>(List<Fault> faults) ->
                    new ReplacementReading.NotRead<>(
                            faults.stream().map(CorrectionDoor::refusal).toList());
        };
    }

    /** There is nothing to be read. */
    static <E extends Event> ReplacementReading<E> nothing() {
        return (replacement, type, as) -> new ReplacementReading.NotRead<>(List.of());
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
