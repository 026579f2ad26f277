package org.refocusrecord.command.door;

import org.refocusrecord.command.Ledger;
import org.refocusrecord.command.LedgerRules.Correcting;
import org.refocusrecord.command.Posting;
import org.refocusrecord.command.Posting.Right;
import org.refocusrecord.command.Refusal;
import org.refocusrecord.command.study.StudyCommand;
import org.refocusrecord.command.study.StudyState;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.Id;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.StudyId;
import org.refocusrecord.events.study.StudyEntryMarkedInError;
import org.refocusrecord.events.study.StudyEvent;
import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Role;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.problem.ProblemException;
import org.refocusrecord.web.query.PathIds;

import java.util.List;
import java.util.Optional;

/** What is particular at the door to studies. */
record StudyDoor(StateDoor states, Elsewhere elsewhere)
        implements LedgerDoor<StudyEvent, StudyState> {

    @Override
    public Class<StudyEvent> family() {
        return StudyEvent.class;
    }

    @Override
    public String member() {
        return "studyId";
    }

    @Override
    public Id id(String ofPath) {
        return PathIds.of(ofPath, StudyId::new, ProblemCode.STUDY_UNKNOWN);
    }

    @Override
    public String stream(Id id) {
        return StudyCommand.streamOf((StudyId) id);
    }

    @Override
    public StudyState state(Id id) {
        return states.study((StudyId) id);
    }

    @Override
    public Ledger<StudyEvent> ledger(StudyState state) {
        return state.ledger();
    }

    /**
     * An administrator has every study, a researcher those of the token. The right is asked only of
     * who corrects, and no researcher may: a definition that a researcher published is mended by an
     * administrator, so what is posted here is an administrator's to correct, whoever posts it.
     */
    @Override
    public InScope scope(Caller caller, Post post, Id id, StudyState state) {
        boolean ofToken = caller.is(Role.ADMIN) || caller.studies().contains((StudyId) id);
        if (!ofToken || !state.isRegistered()) {
            throw new ProblemException(ProblemCode.STUDY_UNKNOWN);
        }
        return new InScope(Right.ADMIN, List.of());
    }

    @Override
    public InScope scopeOfNew(Caller caller, StudyEvent fact) {
        return new InScope(Right.ADMIN, List.of());
    }

    @Override
    public List<Refusal> missing(StudyEvent fact, Caller caller) {
        return elsewhere.missing(fact, caller);
    }

    @Override
    public Id idOf(StudyEvent fact) {
        return fact.studyId();
    }

    @Override
    public CommandId commandId(StudyEvent fact) {
        return fact.commandId();
    }

    @Override
    public Person recordedBy(StudyEvent fact) {
        return fact.recordedBy();
    }

    @Override
    public Optional<Correcting<StudyEvent>> marking(StudyEvent fact) {
        return fact instanceof StudyEntryMarkedInError marked
                ? Optional.of(
                        new Correcting<>(
                                marked.studyId().value(),
                                marked.commandId(),
                                marked.target(),
                                marked.because(),
                                marked.reason(),
                                null,
                                marked.confirmedBy(),
                                marked.recordedBy()))
                : Optional.empty();
    }

    @Override
    public Scoped stating(StudyState state, Posting posting, StudyEvent fact) {
        return new Scoped.OfStudy(
                new StudyCommand.StateStudyFact(stream(fact.studyId()), posting, fact), state);
    }

    @Override
    public Scoped correcting(StudyState state, Posting posting, Correcting<StudyEvent> sent) {
        return new Scoped.OfStudy(
                new StudyCommand.CorrectStudy(stream(new StudyId(sent.streamId())), posting, sent),
                state);
    }
}
