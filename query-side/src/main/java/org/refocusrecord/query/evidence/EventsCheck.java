package org.refocusrecord.query.evidence;

import org.refocusrecord.eventlog.seal.Checkpoint;
import org.refocusrecord.eventlog.seal.MerkleHash;
import org.refocusrecord.eventlog.seal.MerkleVerification;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Whether each event is the one that stands in the log, and none is missing between them. */
final class EventsCheck {

    private final Checkpoint checkpoint;
    private final Findings findings;

    EventsCheck(Checkpoint checkpoint, Findings findings) {
        this.checkpoint = checkpoint;
        this.findings = findings;
    }

    List<Proven> checked(EvidenceFile file) {
        List<byte[]> lines = file.lines(Part.EVENTS);
        List<byte[]> proofs = file.lines(Part.PROOFS);
        if (lines.isEmpty()) {
            throw new UnreadableEvidence("events.ndjson holds no event");
        }
        List<Proven> all = new ArrayList<>();
        for (int index = 0; index < Math.min(lines.size(), proofs.size()); index++) {
            Proven proven = proven(lines.get(index), proofs.get(index), index + 1);
            if (!Arrays.equals(proven.event().line(), lines.get(index))) {
                findings.found("%s: its line is written in another way", proven.name());
            }
            all.add(proven);
        }
        if (lines.size() != proofs.size()) {
            findings.found("there are %d events and %d proofs", lines.size(), proofs.size());
        }
        all.forEach(this::check);
        checkOrder(all);
        return all;
    }

    private static Proven proven(byte[] line, byte[] proof, int number) {
        String where = "line %d of %s";
        String event = where.formatted(number, Part.EVENTS.file());
        String proofs = where.formatted(number, Part.PROOFS.file());
        EvidenceFile.text(line, event);
        return new Proven(
                EvidenceEvent.of(EvidenceJson.parse(line, event), event),
                EvidenceProof.of(EvidenceJson.parse(proof, proofs), proofs));
    }

    /** Payload, leaf and place of one event. */
    void check(Proven proven) {
        EvidenceEvent event = proven.event();
        EvidenceProof proof = proven.proof();
        if (!event.eventId().equals(proof.eventId())) {
            findings.found("%s: the proof beside it is of %s", proven.name(), proof.eventId());
            return;
        }
        String payload = event.payload();
        if (payload != null && !sha256(payload).equals(event.payloadSha256())) {
            findings.found("%s: its payload is not that of its digest", proven.name());
        }
        byte[] leafHash = MerkleHash.ofLeaf(event.leaf());
        if (!MessageDigest.isEqual(leafHash, proof.leafHash())) {
            findings.found(
                    "%s is not the one that was recorded: its leaf has another hash",
                    proven.name());
        } else if (!MerkleVerification.includes(
                leafHash,
                proof.position() - 1,
                checkpoint.size(),
                proof.path(),
                checkpoint.root())) {
            findings.found("%s is not in the log at position %d", proven.name(), proof.position());
        }
    }

    private void checkOrder(List<Proven> all) {
        String stream = all.getFirst().event().stream();
        long position = 0;
        long expected = 0;
        for (Proven proven : all) {
            if (!proven.event().stream().equals(stream)) {
                findings.found("%s is of another stream", proven.name());
            }
            if (proven.event().sequence() != expected) {
                findings.found(
                        "%s stands where sequence %d must: an event is missing, or the order is"
                                + " another",
                        proven.name(), expected);
            }
            if (proven.proof().position() <= position) {
                findings.found("%s stands before the one before it", proven.name());
            }
            position = proven.proof().position();
            expected = proven.event().sequence() + 1;
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("This Java has no SHA-256", impossible);
        }
    }
}
