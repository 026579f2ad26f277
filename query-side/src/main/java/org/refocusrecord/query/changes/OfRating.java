package org.refocusrecord.query.changes;

import org.refocusrecord.events.AnyId;

/**
 * Answers or scores of a rating, for those alone who see them.
 *
 * @param entryId the entry that the rating came in
 */
public record OfRating(AnyId entryId, Object value) {}
