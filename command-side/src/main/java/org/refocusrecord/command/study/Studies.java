package org.refocusrecord.command.study;

import org.refocusrecord.command.Decision;
import org.refocusrecord.command.Ledger;
import org.refocusrecord.command.LedgerRules;
import org.refocusrecord.command.LedgerRules.Correcting;
import org.refocusrecord.command.Posting;
import org.refocusrecord.command.study.StudyCommand.CorrectStudy;
import org.refocusrecord.command.study.StudyCommand.StateStudyFact;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.study.ConsentStated;
import org.refocusrecord.events.study.DefinitionPublished;
import org.refocusrecord.events.study.StudyEntryAmended;
import org.refocusrecord.events.study.StudyEntryMarkedInError;
import org.refocusrecord.events.study.StudyEvent;
import org.refocusrecord.events.study.StudyRegistered;

import java.util.UUID;

/** The rules of studies: a definition that was published is never overwritten. */
public final class Studies {

    private static final StudyKind KIND = new StudyKind();

    private Studies() {}

    /** Decides a command about a study. */
    public static Decision decide(StudyState state, StudyCommand command) {
        Ledger<StudyEvent> ledger = state.ledger();
        return switch (command) {
            case StateStudyFact(var _, Posting posting, StudyEvent fact) ->
                    LedgerRules.fact(KIND, ledger, fact.commandId(), posting, fact);
            case CorrectStudy(var _, Posting posting, Correcting<StudyEvent> sent) ->
                    LedgerRules.correction(KIND, ledger, posting, sent);
        };
    }

    /** The state after an event. */
    public static StudyState evolve(
            StudyState state,
            StudyEvent event,
            EventId eventId,
            String postedBy,
            Person recordedBy) {
        UUID id = event.commandId().value();
        Ledger.Line<StudyEvent> line = new Ledger.Line<>(id, eventId, event, postedBy, recordedBy);
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
