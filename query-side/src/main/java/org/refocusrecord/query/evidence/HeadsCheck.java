package org.refocusrecord.query.evidence;

import org.refocusrecord.eventlog.json.PayloadUnreadable;
import org.refocusrecord.eventlog.seal.Checkpoint;
import org.refocusrecord.events.log.HeadsNoted;

import java.util.HexFormat;
import java.util.List;

/** Whether the evidence goes up to the last event that the log has noted of the case. */
final class HeadsCheck {

    private final Checkpoint checkpoint;
    private final Findings findings;

    HeadsCheck(Checkpoint checkpoint, Findings findings) {
        this.checkpoint = checkpoint;
        this.findings = findings;
    }

    void check(EvidenceHeads heads, List<Proven> events) {
        new EventsCheck(checkpoint, findings).check(new Proven(heads.noted(), heads.proof()));
        checkNote(heads);
        Proven last = events.getLast();
        if (!heads.head().stream().equals(last.event().stream())) {
            findings.found("the head that is proven is of %s", heads.head().stream());
        }
        if (last.event().sequence() < heads.head().sequence()) {
            findings.found(
                    "%s is the last one here, and the log noted that the last is sequence %d:"
                            + " events are withheld",
                    last.name(), heads.head().sequence());
        }
        if (last.event().sequence() > heads.head().sequence()
                || last.proof().position() > heads.position()) {
            findings.found("%s is later than the head that is proven", last.name());
        }
    }

    private void checkNote(EvidenceHeads heads) {
        EvidenceEvent event = heads.noted();
        if (!event.stream().equals(HeadsNoted.STREAM)
                || !(note(event) instanceof HeadsNoted note)) {
            findings.found("the note of the heads is none");
            return;
        }
        String log = "refocus-record/" + event.postedBy().replaceFirst("^log/", "");
        if (!checkpoint.origin().equals(log)) {
            findings.found("the note of the heads is not the log's own");
        }
        if (!note.tree().equals(HeadsNoted.TREE)
                || note.position() != heads.position()
                || heads.proof().position() <= heads.position()
                || !heads.head().isIn(root(note), heads.path())) {
            findings.found(
                    "the head of %s, sequence %d, is not in what the log noted",
                    heads.head().stream(), heads.head().sequence());
        }
    }

    /** None where it is not in its form, which a payload that was changed may not be. */
    private static byte[] root(HeadsNoted note) {
        return note.root().matches("[0-9a-f]{64}")
                ? HexFormat.of().parseHex(note.root())
                : new byte[0];
    }

    private static Object note(EvidenceEvent event) {
        try {
            return event.event();
        } catch (PayloadUnreadable | IllegalArgumentException | IllegalStateException none) {
            return "";
        }
    }
}
