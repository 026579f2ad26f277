package org.refocusrecord.command.study;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.command.Ledger;
import org.refocusrecord.command.LedgerKind;
import org.refocusrecord.command.LedgerRules.Correcting;
import org.refocusrecord.command.Refusal;
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
import java.util.List;

/** What is particular to the ledger of a study: a definition is never overwritten. */
record StudyKind() implements LedgerKind<StudyEvent> {

    @Override
    public Class<StudyEvent> family() {
        return StudyEvent.class;
    }

    @Override
    public String unknown() {
        return "study.unknown";
    }

    @Override
    public boolean registers(StudyEvent event) {
        return event instanceof StudyRegistered;
    }

    @Override
    public Person recordedBy(StudyEvent event) {
        return event.recordedBy();
    }

    @Override
    public @Nullable Instant place(StudyEvent fact, ZoneId zone) {
        return switch (fact) {
            case StudyRegistered e -> e.startsOn().atStartOfDay(zone).toInstant();
            case ConsentStated e -> e.on().atStartOfDay(zone).toInstant();
            case DefinitionPublished _ -> null;
            case StudyEntryAmended _ -> null;
            case StudyEntryMarkedInError _ -> null;
        };
    }

    @Override
    public List<Refusal> taken(Ledger<StudyEvent> ledger, StudyEvent fact) {
        if (fact instanceof StudyRegistered study && ledger.version() > 0) {
            return List.of(new Refusal.IdTaken("/studyId", study.studyId().value()));
        }
        return fact instanceof DefinitionPublished definition
                ? published(ledger, definition)
                : List.of();
    }

    /** In error or not, what has this name and version stays. */
    private static List<Refusal> published(
            Ledger<StudyEvent> ledger, DefinitionPublished definition) {
        for (Ledger.Line<StudyEvent> line : ledger.inOrder()) {
            if (line.event() instanceof DefinitionPublished other
                    && other.name().equals(definition.name())
                    && other.version().equals(definition.version())) {
                return List.of(new Refusal.IdTaken("/version", line.id()));
            }
        }
        return List.of();
    }

    @Override
    public StudyEvent amended(Correcting<StudyEvent> sent, StudyEvent replacement) {
        EventShape shape = EventShape.of(replacement);
        return new StudyEntryAmended(
                sent.commandId(),
                new StudyId(sent.streamId()),
                sent.target(),
                sent.because(),
                sent.reason(),
                shape.name().name(),
                shape.name().revision(),
                replacement,
                sent.confirmedBy(),
                sent.recordedBy());
    }

    @Override
    public StudyEvent marked(Correcting<StudyEvent> sent) {
        return new StudyEntryMarkedInError(
                sent.commandId(),
                new StudyId(sent.streamId()),
                sent.target(),
                sent.because(),
                sent.reason(),
                sent.confirmedBy(),
                sent.recordedBy());
    }
}
