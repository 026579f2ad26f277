package org.refocusrecord.command.study;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.command.Decided;
import org.refocusrecord.command.Decision;
import org.refocusrecord.command.Ledger;
import org.refocusrecord.command.LedgerRules;
import org.refocusrecord.command.LedgerRules.Correcting;
import org.refocusrecord.command.Refusal;
import org.refocusrecord.command.study.StudyCommand.CorrectStudy;
import org.refocusrecord.command.study.StudyCommand.StateStudyFact;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.StudyId;
import org.refocusrecord.events.shape.EventShape;
import org.refocusrecord.events.study.ConsentStated;
import org.refocusrecord.events.study.DefinitionPublished;
import org.refocusrecord.events.study.StudyEntryAmended;
import org.refocusrecord.events.study.StudyEntryMarkedInError;
import org.refocusrecord.events.study.StudyEvent;
import org.refocusrecord.events.study.StudyRegistered;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rules of studies: a definition that was published is never overwritten. */
public final class Studies {

    private Studies() {}

    /** Decides a command about a study. */
    public static Decision decide(StudyState state, StudyCommand command) {
        boolean registering =
                command instanceof StateStudyFact fact && fact.fact() instanceof StudyRegistered;
        if (!state.isRegistered() && !registering) {
            return Decision.refused(new Refusal.NotThere("", "study.unknown"));
        }
        Correcting<StudyEvent> correcting =
                command instanceof CorrectStudy correction ? correction.body() : null;
        Optional<Refusal> beforehand =
                LedgerRules.beforehand(state.ledger(), command.posting(), correcting);
        if (beforehand.isPresent()) {
            return Decision.refused(beforehand.get());
        }
        List<Refusal> refusals =
                new ArrayList<>(
                        LedgerRules.common(state.ledger(), command.posting(), command.commandId()));
        return switch (command) {
            case StateStudyFact fact -> fact(state, fact, refusals);
            case CorrectStudy correction -> correction(state, correction, refusals);
        };
    }

    private static Decision fact(StudyState state, StateStudyFact command, List<Refusal> refusals) {
        StudyEvent fact = command.fact();
        if (fact instanceof StudyRegistered registered && state.isRegistered()) {
            refusals.add(new Refusal.IdTaken("/studyId", registered.studyId().value()));
        }
        if (fact instanceof DefinitionPublished definition) {
            state.published(definition)
                    .ifPresent(known ->
                            refusals.add(
                                    new Refusal.IdTaken("/version", known.commandId().value())));
        }
        refusals.addAll(LedgerRules.unnamed(StudyEvent.class, fact));
        return Decision.unless(
                refusals,
                List.of(
                        new Decided(
                                fact, place(fact, command.posting().zone()), fact.recordedBy())));
    }

    private static Decision correction(
            StudyState state, CorrectStudy command, List<Refusal> refusals) {
        Correcting<StudyEvent> sent = command.body();
        refusals.addAll(LedgerRules.target(state.ledger(), sent));
        if (sent.amendment() && !state.ledger().mayBeAmended(sent.target().value())) {
            return Decision.unless(refusals, List.of());
        }
        StudyId studyId = new StudyId(sent.streamId());
        if (sent.amendment()) {
            return LedgerRules.amending(
                    state.ledger(),
                    sent,
                    StudyEvent.class,
                    refusals,
                    event -> amended(studyId, sent, event));
        }
        StudyEvent marked =
                new StudyEntryMarkedInError(
                        sent.commandId(),
                        studyId,
                        sent.target(),
                        sent.because(),
                        sent.reason(),
                        sent.confirmedBy(),
                        sent.recordedBy());
        refusals.addAll(LedgerRules.unnamed(StudyEvent.class, marked));
        return Decision.unless(refusals, List.of(new Decided(marked, null, sent.recordedBy())));
    }

    private static StudyEvent amended(
            StudyId studyId, Correcting<StudyEvent> sent, StudyEvent replacement) {
        return new StudyEntryAmended(
                sent.commandId(),
                studyId,
                sent.target(),
                sent.because(),
                sent.reason(),
                EventShape.of(replacement).name().name(),
                EventShape.of(replacement).name().revision(),
                replacement,
                sent.confirmedBy(),
                sent.recordedBy());
    }

    private static @Nullable Instant place(StudyEvent fact, ZoneId zone) {
        return switch (fact) {
            case StudyRegistered e -> e.startsOn().atStartOfDay(zone).toInstant();
            case ConsentStated e -> e.on().atStartOfDay(zone).toInstant();
            case DefinitionPublished _ -> null;
            case StudyEntryAmended _ -> null;
            case StudyEntryMarkedInError _ -> null;
        };
    }

    /** The state after an event. */
    public static StudyState evolve(StudyState state, StudyEvent event, Person recordedBy) {
        UUID id = event.commandId().value();
        Ledger.Line<StudyEvent> line = new Ledger.Line<>(id, event, recordedBy);
        Ledger<StudyEvent> ledger = state.ledger();
        return new StudyState(
                switch (event) {
                    case StudyEntryAmended e ->
                            ledger.plus(
                                    line,
                                    new Ledger.Mending<>(id, e.target().value(), e.replacement()));
                    case StudyEntryMarkedInError e ->
                            ledger.plus(line, new Ledger.Mending<>(id, e.target().value(), null));
                    case StudyRegistered _ -> ledger.plus(line);
                    case ConsentStated _ -> ledger.plus(line);
                    case DefinitionPublished _ -> ledger.plus(line);
                });
    }
}
