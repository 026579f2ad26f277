package org.refocusrecord.command.door;

import org.refocusrecord.command.casefile.CaseRecord;
import org.refocusrecord.command.casefile.CaseState;
import org.refocusrecord.command.casefile.Recorded;
import org.refocusrecord.command.study.Studies;
import org.refocusrecord.command.study.StudyState;
import org.refocusrecord.command.team.TeamCommand;
import org.refocusrecord.command.team.TeamState;
import org.refocusrecord.command.team.Teams;
import org.refocusrecord.eventlog.EventLog;
import org.refocusrecord.eventlog.RecordedEvent;
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

    CaseState ofCase(String stream) {
        CaseState state = CaseState.EMPTY;
        for (RecordedEvent event : log.stream(stream)) {
            state =
                    CaseRecord.evolve(
                            state,
                            new Recorded(
                                    (CaseEvent) event.event(),
                                    event.eventId(),
                                    event.sequence(),
                                    event.occurredAt(),
                                    event.commandId(),
                                    event.recordedBy(),
                                    zone));
        }
        return state;
    }

    TeamState ofTeam(String stream) {
        TeamState state = TeamState.EMPTY;
        for (RecordedEvent event : log.stream(stream)) {
            state = Teams.evolve(state, (TeamEvent) event.event(), event.recordedBy());
        }
        return state;
    }

    TeamState team(TeamId teamId) {
        return ofTeam(TeamCommand.streamOf(teamId));
    }

    StudyState ofStudy(String stream) {
        StudyState state = StudyState.EMPTY;
        for (RecordedEvent event : log.stream(stream)) {
            state = Studies.evolve(state, (StudyEvent) event.event(), event.recordedBy());
        }
        return state;
    }

    /** Whether anything is recorded in a stream. */
    boolean isThere(String stream) {
        return log.store().nextSequence(stream) > 0;
    }

    List<RecordedEvent> events(String stream) {
        return log.stream(stream);
    }
}
