package org.refocusrecord.query.participation;

/**
 * A session that the intervention plans.
 *
 * @param part the part of participation to which its series counts
 * @param ordinal its place in the series, from 1
 * @param month the month of the intervention, from 1
 * @param units half days
 */
public record PlannedSession(Part part, int ordinal, int month, int units) {}
