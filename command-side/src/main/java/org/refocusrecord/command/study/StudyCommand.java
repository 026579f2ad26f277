package org.refocusrecord.command.study;

import org.refocusrecord.command.LedgerRules.Correcting;
import org.refocusrecord.command.Posting;
import org.refocusrecord.command.StreamCommand;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.StudyId;
import org.refocusrecord.events.study.StudyEvent;
import org.refocusrecord.events.study.StudyRegistered;

/** What can be asked of the stream of a study. */
public sealed interface StudyCommand extends StreamCommand {

    /** The stream of a study. */
    static String streamOf(StudyId studyId) {
        return "study/" + studyId;
    }

    @Override
    default boolean begins() {
        return this instanceof StateStudyFact told && told.fact() instanceof StudyRegistered;
    }

    /** Record a fact about a study. */
    record StateStudyFact(String stream, Posting posting, StudyEvent fact) implements StudyCommand {
        @Override
        public CommandId commandId() {
            return fact.commandId();
        }
    }

    /** Mend a mistake, or take it back. */
    record CorrectStudy(String stream, Posting posting, Correcting<StudyEvent> body)
            implements StudyCommand {
        @Override
        public CommandId commandId() {
            return body.commandId();
        }
    }
}
