package org.refocusrecord.events.team;

import org.refocusrecord.events.shape.Within;

/** A wave of entry into a study. */
public record Wave(String locality, @Within(min = 0, max = 10_000) Integer number) {}
