package org.refocusrecord.eventlog.words;

/**
 * A text read back, with the salt that its digest needs.
 *
 * @param salt lower-case hex
 */
public record OpenedText(String salt, String text) {}
