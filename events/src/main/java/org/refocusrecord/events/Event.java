package org.refocusrecord.events;

import org.refocusrecord.events.casefile.CaseEvent;
import org.refocusrecord.events.log.LogEvent;
import org.refocusrecord.events.study.StudyEvent;
import org.refocusrecord.events.team.TeamEvent;

/**
 * A fact that was recorded, in the stream of a case, a team or a study, or of the log itself.
 *
 * <p>When it was recorded, who posted it and where it stands are the log's to know, never the
 * event's.
 */
public sealed interface Event permits CaseEvent, TeamEvent, StudyEvent, LogEvent {}
