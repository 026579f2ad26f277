package org.refocusrecord.command.casefile;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.command.Decision;
import org.refocusrecord.command.Refusal;
import org.refocusrecord.command.casefile.CaseCommand.Correct;
import org.refocusrecord.command.casefile.CaseCommand.RecordSession;
import org.refocusrecord.command.casefile.CaseCommand.StateFact;
import org.refocusrecord.command.casefile.CaseCommand.WriteOwnEntries;
import org.refocusrecord.command.casefile.CaseState.Opened;
import org.refocusrecord.events.casefile.CaseFileEvent;
import org.refocusrecord.events.casefile.CaseOpened;
import org.refocusrecord.events.correction.CorrectionEvent;
import org.refocusrecord.events.correction.EntryAmended;
import org.refocusrecord.events.correction.EntryMarkedInError;
import org.refocusrecord.events.session.Entry;
import org.refocusrecord.events.session.OwnEntriesWritten;
import org.refocusrecord.events.session.SessionHeld;
import org.refocusrecord.events.shape.Spoken;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The record of one case. It holds statements and runs no workflow: it refuses what names something
 * that is not there, what would stand before its cause, and what would hide a person; all else is
 * recorded, and what is odd becomes a notice elsewhere.
 */
public final class CaseRecord {

    private CaseRecord() {}

    /** Decides a command. */
    public static Decision decide(CaseState state, CaseCommand command) {
        List<Refusal> outOfScope = Scope.refusals(state, command);
        if (!outOfScope.isEmpty()) {
            return new Decision.Refused(outOfScope);
        }
        Long asked = command.posting().ifMatch();
        if (asked != null && asked != state.version()) {
            return Decision.refused(new Refusal.VersionStale(asked, state.version()));
        }
        return switch (command) {
            case RecordSession session -> Sessions.decide(state, session);
            case WriteOwnEntries own -> Sessions.decide(state, own);
            case StateFact fact -> CaseFacts.decide(state, fact);
            case Correct correction -> Corrections.decide(state, correction);
        };
    }

    /** The state after an event. */
    public static CaseState evolve(CaseState state, Recorded recorded) {
        return switch (recorded.event()) {
            case CaseOpened opened -> fact(opening(state, opened), recorded);
            case EntryAmended amended -> amended(state, recorded, amended);
            case EntryMarkedInError marked -> marked(state, recorded, marked);
            case SessionHeld _ -> fact(state, recorded);
            case OwnEntriesWritten _ -> fact(state, recorded);
            case Entry _ -> fact(state, recorded);
            case CaseFileEvent _ -> fact(state, recorded);
            case CorrectionEvent _ -> fact(state, recorded);
        };
    }

    private static CaseState opening(CaseState state, CaseOpened opened) {
        return state.with(
                new Opened(opened.commandId().value(), opened.serviceUserId(), opened.trust()));
    }

    private static CaseState marked(CaseState state, Recorded recorded, EntryMarkedInError marked) {
        return fact(state, recorded)
                .plus(new Correction(marked.commandId().value(), marked.target().value(), null));
    }

    private static CaseState fact(CaseState state, Recorded recorded) {
        UUID session = recorded.commandId().value();
        UUID id = recorded.event() instanceof Entry entry ? entry.entryId().value() : session;
        Fact header = state.byId().get(session);
        boolean ownDoor =
                recorded.event() instanceof OwnEntriesWritten
                        || (header != null && header.ownDoor());
        Reads reads =
                Reading.of(
                        recorded.event(),
                        state.person(),
                        recorded.eventId(),
                        placeOf(recorded),
                        Speech.of(recorded.event()));
        return state.plus(
                new Fact(
                        id,
                        session,
                        recorded.sequence(),
                        recorded.eventId(),
                        recorded.postedBy(),
                        recorded.recordedBy(),
                        ownDoor,
                        reads));
    }

    /** What is said about something recorded has no place on the line. */
    private static @Nullable Instant placeOf(Recorded recorded) {
        return recorded.event() instanceof CorrectionEvent ? null : recorded.occurredAt();
    }

    private static CaseState amended(CaseState state, Recorded recorded, EntryAmended amended) {
        UUID id = amended.target().value();
        Standing.Live target = state.standing().live().get(id);
        List<Text> before = target == null ? List.of() : target.reads().texts();
        Reads reads =
                Reading.of(
                        amended.replacement(),
                        state.person(),
                        recorded.eventId(),
                        Places.of(amended.replacement(), recorded.zone()),
                        new Speech("/replacement", Spoken.in(amended), before));
        return fact(state, recorded).plus(new Correction(amended.commandId().value(), id, reads));
    }
}
