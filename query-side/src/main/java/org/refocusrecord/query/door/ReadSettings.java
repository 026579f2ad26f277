package org.refocusrecord.query.door;

import java.time.Duration;

/**
 * Settings that reads need.
 *
 * @param lateAfter how long after the meeting a session counts as late
 */
public record ReadSettings(Duration lateAfter) {}
