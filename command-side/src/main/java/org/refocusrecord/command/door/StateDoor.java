package org.refocusrecord.command.door;

import org.refocusrecord.command.StreamStates;
import org.refocusrecord.command.casefile.CaseCommand;
import org.refocusrecord.command.casefile.CaseRecord;
import org.refocusrecord.command.casefile.CaseState;
import org.refocusrecord.command.casefile.Recorded;
import org.refocusrecord.command.study.Studies;
import org.refocusrecord.command.study.StudyCommand;
import org.refocusrecord.command.study.StudyState;
import org.refocusrecord.command.team.TeamCommand;
import org.refocusrecord.command.team.TeamState;
import org.refocusrecord.command.team.Teams;
import org.refocusrecord.eventlog.EventLog;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.StudyId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.casefile.CaseEvent;
import org.refocusrecord.events.study.StudyEvent;
import org.refocusrecord.events.team.TeamEvent;

import java.time.ZoneId;
import java.util.List;

/** The states of streams, at the log's head for what is checked at the door. */
public final class StateDoor {

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
        this.log = log;
        this.cases =
                new StreamStates<>(
                        log,
                        CaseState.EMPTY,
                        (state, event) -> CaseRecord.evolve(state, recorded(event, zone)),
                        CaseState::version,
                        mostEvents);
        this.teams =
                new StreamStates<>(
                        log,
                        TeamState.EMPTY,
                        (state, event) ->
                                Teams.evolve(
                                        state,
                                        (TeamEvent) event.event(),
                                        event.postedBy(),
                                        event.recordedBy()),
                        state -> state.ledger().version(),
                        mostEvents);
        this.studies =
                new StreamStates<>(
                        log,
                        StudyState.EMPTY,
                        (state, event) ->
                                Studies.evolve(
                                        state,
                                        (StudyEvent) event.event(),
                                        event.postedBy(),
                                        event.recordedBy()),
                        state -> state.ledger().version(),
                        mostEvents);
    }

    private static Recorded recorded(RecordedEvent event, ZoneId zone) {
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

    CaseState caseOf(CaseId caseId) {
        return cases.atHead(CaseCommand.streamOf(caseId));
    }

    TeamState team(TeamId teamId) {
        return teams.atHead(TeamCommand.streamOf(teamId));
    }

    StudyState study(StudyId studyId) {
        return studies.atHead(StudyCommand.streamOf(studyId));
    }

    List<RecordedEvent> events(CaseId caseId) {
        return log.stream(CaseCommand.streamOf(caseId));
    }
}
