package org.refocusrecord.command.door;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.command.Ledger;
import org.refocusrecord.command.LedgerRules.Correcting;
import org.refocusrecord.command.ReplacementReading;
import org.refocusrecord.command.study.StudyCommand;
import org.refocusrecord.command.team.TeamCommand;
import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.CorrectionCause;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.JsonText;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.StudyId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.study.StudyEntryMarkedInError;
import org.refocusrecord.events.study.StudyEvent;
import org.refocusrecord.events.team.TeamEntryMarkedInError;
import org.refocusrecord.events.team.TeamEvent;
import org.refocusrecord.security.Caller;
import org.refocusrecord.web.problem.Fault;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.problem.ProblemException;
import org.refocusrecord.web.reading.CommandBody;
import org.refocusrecord.web.reading.Reading;
import org.refocusrecord.web.reading.ShapeReader;
import org.springframework.http.ResponseEntity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Corrections of what is recorded about teams and studies. */
public final class LedgerCorrectionDoor {

    private final CommandDoor door;
    private final ScopeDoor scope;
    private final StateDoor states;
    private final ShapeReader reader;

    /** Through this door. */
    public LedgerCorrectionDoor(
            CommandDoor door, ScopeDoor scope, StateDoor states, ShapeReader reader) {
        this.door = door;
        this.scope = scope;
        this.states = states;
        this.reader = reader;
    }

    ResponseEntity<Object> mark(
            Received received, Caller caller, TeamId teamId, TeamEntryMarkedInError marked) {
        return ofTeam(
                received,
                caller,
                teamId,
                new Correcting<>(
                        teamId.value(),
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

    ResponseEntity<Object> mark(
            Received received, Caller caller, StudyId studyId, StudyEntryMarkedInError marked) {
        return ofStudy(
                received,
                caller,
                studyId,
                new Correcting<>(
                        studyId.value(),
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
            Received received, Caller caller, TeamId teamId, CommandBody.Amending amending) {
        Ledger<TeamEvent> ledger = states.team(teamId).ledger();
        return ofTeam(
                received,
                caller,
                teamId,
                amending(received, teamId.value(), amending, TeamEvent.class, ledger));
    }

    ResponseEntity<Object> amend(
            Received received, Caller caller, StudyId studyId, CommandBody.Amending amending) {
        Ledger<StudyEvent> ledger = states.ofStudy(StudyCommand.streamOf(studyId)).ledger();
        return ofStudy(
                received,
                caller,
                studyId,
                amending(received, studyId.value(), amending, StudyEvent.class, ledger));
    }

    private <E extends Event> Correcting<E> amending(
            Received received,
            UUID stream,
            CommandBody.Amending amending,
            Class<E> family,
            Ledger<E> ledger) {
        return new Correcting<>(
                stream,
                (CommandId) member(amending, "commandId"),
                amending.target(),
                true,
                (CorrectionCause) amending.member("because"),
                (String) member(amending, "reason"),
                new JsonText("null"),
                (Person) amending.member("confirmedBy"),
                (Person) member(amending, "recordedBy"),
                (replacement, type, as) ->
                        read(received, original(ledger, amending.target()), amending, family));
    }

    private static Object member(CommandBody.Amending amending, String name) {
        Object value = amending.member(name);
        if (value == null) {
            throw new IllegalStateException("a correction without its " + name);
        }
        return value;
    }

    private static <E extends Event> Optional<E> original(Ledger<E> ledger, AnyId target) {
        Ledger.@Nullable Line<E> line = ledger.byId().get(target.value());
        return line == null ? Optional.empty() : Optional.of(line.event());
    }

    private <E extends Event> ReplacementReading.Outcome<E> read(
            Received received,
            Optional<E> original,
            CommandBody.Amending amending,
            Class<E> family) {
        if (original.isEmpty()) {
            return new ReplacementReading.NotRead<>(List.of());
        }
        return switch (reader.replacement(
                original.get(), amending.replacement(), door.reading(received))) {
            case Reading.Read<Event>(Event event) ->
                    new ReplacementReading.WasRead<>(family.cast(event));
            case Reading.NotReadable<Event>(List<Fault> faults) ->
                    new ReplacementReading.NotRead<>(
                            faults.stream().map(CorrectionDoor::refusal).toList());
        };
    }

    private static <E extends Event> ReplacementReading<E> nothing() {
        return (replacement, type, as) -> new ReplacementReading.NotRead<>(List.of());
    }

    private ResponseEntity<Object> ofTeam(
            Received received, Caller caller, TeamId teamId, Correcting<TeamEvent> sent) {
        return door.answer(
                received,
                sent.commandId(),
                TeamCommand.class,
                () ->
                        door.inScope(
                                caller,
                                received,
                                sent.commandId(),
                                () -> {
                                    scope.forTeam(caller, teamId, true);
                                    Faulty.throwIfAny(
                                            ScopeDoor.recorder(caller, sent.recordedBy()));
                                    return new TeamCommand.CorrectTeam(
                                            TeamCommand.streamOf(teamId),
                                            door.posting(
                                                    received,
                                                    caller,
                                                    TeamController.rightOf(caller),
                                                    List.of()),
                                            sent);
                                }));
    }

    private ResponseEntity<Object> ofStudy(
            Received received, Caller caller, StudyId studyId, Correcting<StudyEvent> sent) {
        return door.answer(
                received,
                sent.commandId(),
                StudyCommand.class,
                () ->
                        door.inScope(
                                caller,
                                received,
                                sent.commandId(),
                                () -> {
                                    String stream = StudyCommand.streamOf(studyId);
                                    if (!states.ofStudy(stream).isRegistered()) {
                                        throw new ProblemException(ProblemCode.STUDY_UNKNOWN);
                                    }
                                    Faulty.throwIfAny(
                                            ScopeDoor.recorder(caller, sent.recordedBy()));
                                    return new StudyCommand.CorrectStudy(
                                            stream,
                                            door.posting(
                                                    received,
                                                    caller,
                                                    TeamController.rightOf(caller),
                                                    List.of()),
                                            sent);
                                }));
    }
}
