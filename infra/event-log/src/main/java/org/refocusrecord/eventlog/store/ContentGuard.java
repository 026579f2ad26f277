package org.refocusrecord.eventlog.store;

import java.util.UUID;

/**
 * By what a repeat of a command is known: the MAC of its content, and which record key it was made
 * under, be it the case's of that time or the log's own.
 */
@SuppressWarnings(
        "ArrayRecordComponent") // The mac is handed on; who compares it does so in constant time.
public record ContentGuard(byte[] mac, UUID recordKey) {}
