package org.refocusrecord.events.team;

/** Who led a project, according to whom. */
public record Leadership(ProjectInitiator by, Rater accordingTo) {}
