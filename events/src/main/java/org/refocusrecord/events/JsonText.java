package org.refocusrecord.events;

/**
 * A JSON value of the caller's own shape, in canonical form (RFC 8785).
 *
 * @param canonical the text
 */
public record JsonText(String canonical) {}
