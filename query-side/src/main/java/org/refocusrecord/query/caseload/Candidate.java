package org.refocusrecord.query.caseload;

import org.refocusrecord.events.CaseId;

/**
 * A case that may be one of those that are looked for.
 *
 * @param events about how many events it has
 */
public record Candidate(CaseId caseId, long events) {}
