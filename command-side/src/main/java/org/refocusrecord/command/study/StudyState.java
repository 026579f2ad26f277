package org.refocusrecord.command.study;

import org.refocusrecord.command.Ledger;
import org.refocusrecord.events.study.DefinitionPublished;
import org.refocusrecord.events.study.StudyEvent;
import org.refocusrecord.events.study.StudyRegistered;

import java.util.Optional;

/**
 * What decisions need of a study: what was recorded about it.
 *
 * @param ledger everything recorded
 */
public record StudyState(Ledger<StudyEvent> ledger) {

    /** A study of which nothing is recorded. */
    public static final StudyState EMPTY = new StudyState(Ledger.empty());

    /** Whether it was registered, in error or not. */
    public boolean isRegistered() {
        return ledger.inOrder().stream().anyMatch(l -> l.event() instanceof StudyRegistered);
    }

    /** The definition that has this name and version, in error or not: none is overwritten. */
    Optional<DefinitionPublished> published(DefinitionPublished definition) {
        return ledger.inOrder().stream()
                .map(Ledger.Line::event)
                .filter(DefinitionPublished.class::isInstance)
                .map(DefinitionPublished.class::cast)
                .filter(other ->
                        other.name().equals(definition.name())
                                && other.version().equals(definition.version()))
                .findFirst();
    }
}
