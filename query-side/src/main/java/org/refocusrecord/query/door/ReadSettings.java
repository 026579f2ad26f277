package org.refocusrecord.query.door;

import java.time.Duration;

/**
 * Settings that reads need.
 *
 * @param lateAfter how long after the meeting a session counts as late
 * @param mostWalks how many reads may go through many cases at once
 */
public record ReadSettings(Duration lateAfter, int mostWalks) {}
