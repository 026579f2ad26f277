package org.refocusrecord.web.reading;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/**
 * What a reader must know beside the body.
 *
 * @param receivedAt when the body was received
 * @param zone the service's zone, in which days are days
 * @param given members of the outermost object that the path gives: unknown in the body
 * @param otherwise members of the outermost object that may be left out, and their values then
 * @param ownDoor whether the service user writes: who did it may be left out
 * @param correction whether texts and answers may stay as before
 */
public record ReadingContext(
        Instant receivedAt,
        ZoneId zone,
        Map<String, Object> given,
        Map<String, Object> otherwise,
        boolean ownDoor,
        boolean correction) {

    /** For a body that is complete in itself. */
    public static ReadingContext at(Instant receivedAt, ZoneId zone) {
        return new ReadingContext(receivedAt, zone, Map.of(), Map.of(), false, false);
    }

    /** With a member that the path gives, such as {@code caseId}. */
    public ReadingContext given(String member, Object value) {
        return new ReadingContext(
                receivedAt, zone, with(given, member, value), otherwise, ownDoor, correction);
    }

    /** With a member that may be left out, such as {@code recordedBy}. */
    public ReadingContext otherwise(String member, Object value) {
        return new ReadingContext(
                receivedAt, zone, given, with(otherwise, member, value), ownDoor, correction);
    }

    /** By the person's own door. */
    public ReadingContext byOwnDoor() {
        return new ReadingContext(receivedAt, zone, given, otherwise, true, correction);
    }

    /** Within a correction: what it says again may stay as before. */
    ReadingContext inCorrection() {
        return new ReadingContext(receivedAt, zone, Map.of(), otherwise, ownDoor, true);
    }

    private static Map<String, Object> with(Map<String, Object> map, String key, Object value) {
        Map<String, Object> more = new HashMap<>(map);
        more.put(key, value);
        return Map.copyOf(more);
    }
}
