package org.refocusrecord.query.participation;

import org.refocusrecord.events.ServiceUserId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.query.projection.Days;

/** A time for which a person's case was open with a team. */
public record Stay(ServiceUserId serviceUserId, TeamId teamId, Days days) {}
