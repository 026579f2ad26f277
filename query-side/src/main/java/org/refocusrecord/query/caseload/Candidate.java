package org.refocusrecord.query.caseload;

import org.refocusrecord.events.CaseId;

/**
 * A case that may be one of those that are looked for.
 *
 * @param events about how many events it has
 * @param waits whether a view waits for an event of it, so that no filter was asked about it
 */
public record Candidate(CaseId caseId, long events, boolean waits) {}
