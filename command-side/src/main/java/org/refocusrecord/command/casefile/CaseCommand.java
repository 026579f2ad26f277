package org.refocusrecord.command.casefile;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.command.Posting;
import org.refocusrecord.command.ReplacementReading;
import org.refocusrecord.command.StreamCommand;
import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.CorrectionCause;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.casefile.CaseEvent;
import org.refocusrecord.events.casefile.CaseOpened;
import org.refocusrecord.events.session.Entry;
import org.refocusrecord.events.session.OwnEntriesWritten;
import org.refocusrecord.events.session.SessionHeld;

import java.util.List;

/** What can be asked of a case record. */
public sealed interface CaseCommand extends StreamCommand {

    /** The stream of a case. */
    static String streamOf(CaseId caseId) {
        return "case/" + caseId;
    }

    @Override
    default boolean begins() {
        return this instanceof StateFact told && told.fact() instanceof CaseOpened;
    }

    /** Record a meeting, whole or not at all. */
    record RecordSession(String stream, Posting posting, SessionHeld header, List<Entry> entries)
            implements CaseCommand {
        @Override
        public CommandId commandId() {
            return header.sessionId();
        }
    }

    /** Record what the person wrote alone. */
    record WriteOwnEntries(
            String stream, Posting posting, OwnEntriesWritten header, List<Entry> entries)
            implements CaseCommand {
        @Override
        public CommandId commandId() {
            return header.commandId();
        }
    }

    /** Record one fact about the case: an opening, a transfer, a disagreement and the like. */
    record StateFact(String stream, Posting posting, CommandId commandId, CaseEvent fact)
            implements CaseCommand {}

    /** Mend a mistake, or take it back. */
    record Correct(String stream, Posting posting, Correcting body) implements CaseCommand {
        @Override
        public CommandId commandId() {
            return body.commandId();
        }
    }

    /**
     * A correction as it was sent; the replacement is read only when it is known what it replaces.
     *
     * @param replacement how it should read; null: it is marked in error
     */
    record Correcting(
            CaseId caseId,
            CommandId commandId,
            AnyId target,
            @Nullable CorrectionCause because,
            Words reason,
            @Nullable ReplacementReading<CaseEvent> replacement,
            @Nullable Person confirmedBy,
            Person recordedBy) {}
}
