package org.refocusrecord.command.door;

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

/** The states of streams at the log's head, for what is checked at the door. */
public final class StateDoor {

    private final EventLog log;
    private final ZoneId zone;

    /** Over this log; days begin in this zone. */
    public StateDoor(EventLog log, ZoneId zone) {
        this.log = log;
        this.zone = zone;
    }

    CaseState caseOf(CaseId caseId) {
        CaseState state = CaseState.EMPTY;
        for (RecordedEvent event : log.stream(CaseCommand.streamOf(caseId))) {
            state =
                    CaseRecord.evolve(
                            state,
                            new Recorded(
                                    (CaseEvent) event.event(),
                                    event.eventId(),
                                    event.sequence(),
                                    event.occurredAt(),
                                    event.commandId(),
                                    event.postedBy(),
                                    event.recordedBy(),
                                    zone));
        }
        return state;
    }

    TeamState team(TeamId teamId) {
        TeamState state = TeamState.EMPTY;
        for (RecordedEvent event : log.stream(TeamCommand.streamOf(teamId))) {
            state =
                    Teams.evolve(
                            state, (TeamEvent) event.event(), event.postedBy(), event.recordedBy());
        }
        return state;
    }

    StudyState study(StudyId studyId) {
        StudyState state = StudyState.EMPTY;
        for (RecordedEvent event : log.stream(StudyCommand.streamOf(studyId))) {
            state =
                    Studies.evolve(
                            state,
                            (StudyEvent) event.event(),
                            event.postedBy(),
                            event.recordedBy());
        }
        return state;
    }

    List<RecordedEvent> events(CaseId caseId) {
        return log.stream(CaseCommand.streamOf(caseId));
    }
}
