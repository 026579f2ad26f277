package org.refocusrecord.command.door;

import org.refocusrecord.command.AtLeisure;
import org.refocusrecord.command.Ledger;
import org.refocusrecord.command.Loading;
import org.refocusrecord.command.StateSnapshots;
import org.refocusrecord.command.StreamStates;
import org.refocusrecord.command.casefile.CaseCommand;
import org.refocusrecord.command.casefile.CaseRecord;
import org.refocusrecord.command.casefile.CaseState;
import org.refocusrecord.command.casefile.Fact;
import org.refocusrecord.command.casefile.Recorded;
import org.refocusrecord.command.snapshot.StateForm;
import org.refocusrecord.command.study.Studies;
import org.refocusrecord.command.study.StudyCommand;
import org.refocusrecord.command.study.StudyState;
import org.refocusrecord.command.team.TeamCommand;
import org.refocusrecord.command.team.TeamState;
import org.refocusrecord.command.team.Teams;
import org.refocusrecord.eventlog.EventLog;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.eventlog.json.Upcasters;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.StudyId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.casefile.CaseEvent;
import org.refocusrecord.events.shape.Vocabulary;
import org.refocusrecord.events.study.StudyEvent;
import org.refocusrecord.events.team.TeamEvent;

import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * The states of streams, for what is checked at the door and what is decided behind it; and by
 * which forms their snapshots are known.
 */
public final class StateDoor {

    /**
     * Which fold it is that makes a state of a case. Another number for another fold: the snapshots
     * that the former made are then thrown away. An upcaster that was changed makes another fold
     * too, since no more than its class is seen. A fold that makes a state of other records needs
     * no other number: that shows by itself.
     */
    public static final int CASE_FOLD = 1;

    /** The same of teams. */
    public static final int TEAM_FOLD = 1;

    /** The same of studies. */
    public static final int STUDY_FOLD = 1;

    private final EventLog log;
    private final StreamStates<CaseState> cases;
    private final StreamStates<TeamState> teams;
    private final StreamStates<StudyState> studies;

    /**
     * Over this log; days begin in this zone.
     *
     * @param mostEvents how many events the kept states of each kind may have in them
     */
    public StateDoor(EventLog log, ZoneId zone, long mostEvents) {
        this(log, zone, mostEvents, Upcasters.installed(), new AtLeisure("snapshots"));
    }

    /**
     * The same.
     *
     * @param upcasters by which the log's events are read
     * @param leisure where snapshots are written
     */
    public StateDoor(
            EventLog log, ZoneId zone, long mostEvents, Upcasters upcasters, Executor leisure) {
        this.log = log;
        this.cases =
                new StreamStates<>(
                        log,
                        CaseState.EMPTY,
                        (state, event) -> CaseRecord.evolve(state, recorded(event, zone)),
                        CaseState::version,
                        new StateSnapshots<>(
                                log.snapshots(),
                                caseForm(zone, upcasters),
                                StateDoor::lastEvent,
                                leisure),
                        mostEvents);
        this.teams =
                new StreamStates<>(
                        log,
                        TeamState.EMPTY,
                        (state, event) ->
                                Teams.evolve(
                                        state,
                                        (TeamEvent) event.event(),
                                        event.eventId(),
                                        event.postedBy(),
                                        event.recordedBy()),
                        state -> state.ledger().version(),
                        new StateSnapshots<>(
                                log.snapshots(),
                                teamForm(upcasters),
                                state -> lastEvent(state.ledger()),
                                leisure),
                        mostEvents);
        this.studies =
                new StreamStates<>(
                        log,
                        StudyState.EMPTY,
                        (state, event) ->
                                Studies.evolve(
                                        state,
                                        (StudyEvent) event.event(),
                                        event.eventId(),
                                        event.postedBy(),
                                        event.recordedBy()),
                        state -> state.ledger().version(),
                        new StateSnapshots<>(
                                log.snapshots(),
                                studyForm(upcasters),
                                state -> lastEvent(state.ledger()),
                                leisure),
                        mostEvents);
    }

    /** The form of snapshots of cases. */
    public static StateForm<CaseState> caseForm(ZoneId zone, Upcasters upcasters) {
        return new StateForm<>(
                CaseState.class,
                "case %d %s %s".formatted(CASE_FOLD, zone, upcasters.told(Vocabulary.CASE)));
    }

    /** The form of snapshots of teams. */
    public static StateForm<TeamState> teamForm(Upcasters upcasters) {
        return new StateForm<>(
                TeamState.class,
                "team %d %s".formatted(TEAM_FOLD, upcasters.told(Vocabulary.TEAM)));
    }

    /** The form of snapshots of studies. */
    public static StateForm<StudyState> studyForm(Upcasters upcasters) {
        return new StateForm<>(
                StudyState.class,
                "study %d %s".formatted(STUDY_FOLD, upcasters.told(Vocabulary.STUDY)));
    }

    /** The last event in a state that has any. */
    static EventId lastEvent(CaseState state) {
        return state.inOrder().getLast().eventId();
    }

    static EventId lastEvent(Ledger<?> ledger) {
        return ledger.inOrder().getLast().eventId();
    }

    /** An event of a case as its rules see it. */
    public static Recorded recorded(RecordedEvent event, ZoneId zone) {
        return new Recorded(
                (CaseEvent) event.event(),
                event.eventId(),
                event.sequence(),
                event.occurredAt(),
                event.commandId(),
                event.postedBy(),
                event.recordedBy(),
                zone);
    }

    /** Of cases. */
    public StreamStates<CaseState> cases() {
        return cases;
    }

    /** Of teams. */
    public StreamStates<TeamState> teams() {
        return teams;
    }

    /** Of studies. */
    public StreamStates<StudyState> studies() {
        return studies;
    }

    /** A command whose scope hangs on no state, and the state that it is decided on. */
    public Scoped scoped(CaseCommand command, Loading loading) {
        String stream = command.stream();
        return new Scoped.OfCase(
                command,
                command.begins() ? cases.ofNew(stream, loading) : cases.of(stream, loading));
    }

    /**
     * Whether no other state is kept than the one that a command was seen on. None is looked for
     * where the command begins its stream: if it does not, the append says so.
     */
    boolean isAsKept(Scoped seen) {
        String stream = seen.command().stream();
        return seen.lastEvent() == null
                || switch (seen) {
                    case Scoped.OfCase(_, CaseState state) -> cases.isAsKept(stream, state);
                    case Scoped.OfTeam(_, TeamState state) -> teams.isAsKept(stream, state);
                    case Scoped.OfStudy(_, StudyState state) -> studies.isAsKept(stream, state);
                };
    }

    CaseState caseOf(CaseId caseId, Loading loading) {
        return cases.of(CaseCommand.streamOf(caseId), loading);
    }

    CaseState caseOf(CaseId caseId) {
        return cases.atHead(CaseCommand.streamOf(caseId));
    }

    TeamState team(TeamId teamId) {
        return teams.atHead(TeamCommand.streamOf(teamId));
    }

    StudyState study(StudyId studyId) {
        return studies.atHead(StudyCommand.streamOf(studyId));
    }

    /** The event that holds a fact of a case; empty where the log has another in its place. */
    Optional<RecordedEvent> event(CaseId caseId, Fact fact) {
        return log.at(CaseCommand.streamOf(caseId), fact.sequence())
                .filter(event -> event.eventId().equals(fact.eventId()));
    }
}
