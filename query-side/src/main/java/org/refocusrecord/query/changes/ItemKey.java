package org.refocusrecord.query.changes;

/**
 * Which item of a care plan.
 *
 * @param id its id; of a practice the practice, of what a case has but one of, the case
 */
record ItemKey(ItemKind kind, String id) {}
