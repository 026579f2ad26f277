package org.refocusrecord.query.evidence;

import tools.jackson.databind.JsonNode;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** What shows that one event stands in the log at its position. */
@SuppressWarnings("ArrayRecordComponent") // Handed on, never compared as a whole.
record EvidenceProof(String eventId, long position, byte[] leafHash, List<byte[]> path) {

    static EvidenceProof of(JsonNode node, String where) {
        EvidenceJson json = new EvidenceJson(node, where);
        json.only(List.of("eventId", "position", "leafHash", "path"));
        return new EvidenceProof(
                json.text("eventId"),
                json.number("position"),
                json.hash("leafHash"),
                json.hashes("path"));
    }

    String line() {
        return "{\"eventId\":\"%s\",\"position\":%d,\"leafHash\":\"%s\",\"path\":%s}"
                .formatted(eventId, position, HexFormat.of().formatHex(leafHash), hexList(path));
    }

    static String hexList(List<byte[]> hashes) {
        return hashes.stream()
                .map(hash -> '"' + HexFormat.of().formatHex(hash) + '"')
                .collect(Collectors.joining(",", "[", "]"));
    }
}
