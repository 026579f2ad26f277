package org.refocusrecord.query.evidence;

import org.refocusrecord.eventlog.seal.StreamHead;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;

/**
 * The log's sealed statement of the last event of the case.
 *
 * @param head the stream and the sequence of its last event
 * @param position up to which the log noted the heads of all streams
 * @param path what stands beside the head's way in the tree of heads, from the root down
 * @param zone in which the plan's days are days
 * @param noted the event by which the log noted them
 * @param proof what shows that it stands in the log
 */
record EvidenceHeads(
        StreamHead head,
        long position,
        List<byte[]> path,
        ZoneId zone,
        EvidenceEvent noted,
        EvidenceProof proof) {

    static EvidenceHeads of(byte[] bytes) {
        EvidenceJson json = new EvidenceJson(EvidenceJson.parse(bytes, "heads.json"), "heads.json");
        json.only(List.of("stream", "sequence", "position", "path", "zone", "noted", "proof"));
        if (!json.text("stream").matches("case/[0-9a-f-]{36}")) {
            throw new UnreadableEvidence("heads.json is not of a case");
        }
        return new EvidenceHeads(
                new StreamHead(json.text("stream"), json.number("sequence")),
                json.number("position"),
                json.hashes("path"),
                zone(json.text("zone")),
                EvidenceEvent.of(json.node("noted"), "the note in heads.json"),
                EvidenceProof.of(json.node("proof"), "the proof in heads.json"));
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new UnreadableEvidence("heads.json names a zone that there is not");
        }
    }

    byte[] json(byte[] notedLine) {
        String text =
                "{\"stream\":\"%s\",\"sequence\":%d,\"position\":%d,\"path\":%s,\"zone\":\"%s\",\"noted\":%s,\"proof\":%s}\n"
                        .formatted(
                                head.stream(),
                                head.sequence(),
                                position,
                                EvidenceProof.hexList(path),
                                zone,
                                new String(notedLine, StandardCharsets.UTF_8),
                                proof.line());
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
