package org.refocusrecord.query.evidence;

import org.refocusrecord.eventlog.seal.Checkpoint;
import org.refocusrecord.eventlog.seal.KnownNodes;

import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/** Whether the log goes on from a checkpoint that somebody has kept. */
final class OlderCheckpoint {

    private final Checkpoint checkpoint;
    private final Findings findings;

    OlderCheckpoint(Checkpoint checkpoint, Findings findings) {
        this.checkpoint = checkpoint;
        this.findings = findings;
    }

    void check(Checkpoint kept, List<Proven> proven) {
        if (kept.size() > checkpoint.size()) {
            findings.found(
                    "the evidence rests on an old checkpoint: it covers %d events, and the one that"
                            + " was given %d",
                    checkpoint.size(), kept.size());
            return;
        }
        KnownNodes nodes = new KnownNodes(checkpoint.size());
        proven.forEach(each ->
                nodes.learn(
                        each.proof().position() - 1, each.proof().leafHash(), each.proof().path()));
        Optional<byte[]> root =
                kept.size() == checkpoint.size()
                        ? Optional.of(checkpoint.root())
                        : nodes.root(kept.size());
        if (root.isEmpty()) {
            findings.told(
                    "Whether the log goes on from the checkpoint that was given the evidence cannot"
                            + " tell. Ask for /integrity/consistency?from=%d&to=%d.",
                    kept.size(), checkpoint.size());
        } else if (MessageDigest.isEqual(root.get(), kept.root())) {
            findings.told(
                    "The log goes on from the checkpoint over %d events that was given.",
                    kept.size());
        } else {
            findings.found(
                    "the log does not go on from the checkpoint over %d events that was given",
                    kept.size());
        }
    }
}
