package org.refocusrecord.eventlog.seal;

import java.util.List;

/**
 * Who may have signed checkpoints of a log.
 *
 * @param origin what the log signs as
 * @param given the keys that were got by another way
 * @param asked those; where there are none, the keys that the log keeps beside its checkpoints
 */
public record KeysOfLog(String origin, List<VerifierKey> given, List<VerifierKey> asked) {

    /**
     * A checkpoint that was kept elsewhere.
     *
     * @throws NotANote if it is none, of another log, or signed by none of these keys
     */
    public Checkpoint checkpoint(String text) {
        SignedNote note = SignedNote.parse(text);
        Checkpoint checkpoint = Checkpoint.of(note);
        if (!checkpoint.origin().equals(origin)) {
            throw new NotANote(
                    "The checkpoint is one of %s, and this log is %s"
                            .formatted(checkpoint.origin(), origin));
        }
        List<SignedNote.Verdict> verdicts = asked.stream().map(note::by).toList();
        if (verdicts.contains(SignedNote.Verdict.FALSE)) {
            throw new NotANote("The signature of the checkpoint is false");
        }
        if (!verdicts.contains(SignedNote.Verdict.SIGNED)) {
            throw new NotANote(
                    given.isEmpty()
                            ? "The checkpoint was signed by no key that the log keeps. Give the key"
                                    + " that signed it, got by another way, with --key"
                            : "The checkpoint was signed by none of the keys that were given");
        }
        return checkpoint;
    }
}
