package org.refocusrecord.query.team;

import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.events.team.TeamEvent;

import java.time.Instant;

/**
 * One fact about a team that holds: what was recorded, and how it reads now.
 *
 * @param recorded the event as it was recorded
 * @param event the same, corrected
 * @param place where it stands on the line
 */
public record TeamFact(RecordedEvent recorded, TeamEvent event, Instant place) {}
