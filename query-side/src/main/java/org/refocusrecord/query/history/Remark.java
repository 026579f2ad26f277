package org.refocusrecord.query.history;

import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.events.correction.CorrectionEvent;

/**
 * Something said about what was recorded: a correction, disagreement, reply or erasure.
 *
 * @param recorded the event as it was recorded
 * @param event what was said
 * @param standing {@link Standing#IN_ERROR} where it was taken back
 */
public record Remark(RecordedEvent recorded, CorrectionEvent event, Standing standing) {}
