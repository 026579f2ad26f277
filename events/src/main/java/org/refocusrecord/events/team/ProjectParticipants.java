package org.refocusrecord.events.team;

import org.refocusrecord.events.shape.Within;

/** How many people took part in a project. */
public record ProjectParticipants(
        @Within(min = 0, max = 10_000) Integer staff,
        @Within(min = 0, max = 10_000) Integer serviceUsers,
        @Within(min = 0, max = 10_000) Integer carers) {}
