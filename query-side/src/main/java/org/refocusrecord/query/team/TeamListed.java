package org.refocusrecord.query.team;

import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.team.TeamType;

/** A team in a list. */
public record TeamListed(TeamId teamId, String trust, String name, TeamType officialType) {}
