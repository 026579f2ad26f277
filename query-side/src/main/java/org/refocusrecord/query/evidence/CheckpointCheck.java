package org.refocusrecord.query.evidence;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.seal.Checkpoint;
import org.refocusrecord.eventlog.seal.NotANote;
import org.refocusrecord.eventlog.seal.SignedNote;
import org.refocusrecord.eventlog.seal.VerifierKey;

import java.util.stream.Collectors;

/** Whose word it all rests on. */
final class CheckpointCheck {

    private final Findings findings;
    private final VerifierKey key;

    /**
     * By a key that was got by another way; without one by that of the evidence itself.
     *
     * @param given in the text form; null: none
     */
    CheckpointCheck(EvidenceFile file, @Nullable String given, Findings findings) {
        this.findings = findings;
        VerifierKey own = key(file.text(Part.KEY), "public-key.txt");
        if (given == null) {
            this.key = own;
            findings.told(
                    "The key had to be believed as the evidence names it: %s. Get it by another way"
                            + " and give it with --key.",
                    own);
        } else {
            this.key = key(given, "The key that was given");
            findings.told("The key is the one that was given: %s.", key);
            if (!own.toString().equals(key.toString())) {
                findings.found("the evidence names another key, %s", own);
            }
        }
    }

    private static VerifierKey key(String text, String where) {
        try {
            return VerifierKey.parse(text);
        } catch (NotANote none) {
            throw new UnreadableEvidence(where + " is no key: " + none.getMessage());
        }
    }

    /** What a signed note says; what is wrong with it is found. */
    Checkpoint checked(String text, String what) {
        try {
            SignedNote note = SignedNote.parse(text);
            Checkpoint checkpoint = Checkpoint.of(note);
            switch (note.by(key)) {
                case SIGNED -> {}
                case FALSE -> findings.found("%s: the signature is false", what);
                case OTHER_KEY ->
                        findings.found("%s was signed by another key, %s", what, signers(note));
            }
            if (!checkpoint.origin().equals(key.name())) {
                findings.found("%s is of another log, %s", what, checkpoint.origin());
            }
            return checkpoint;
        } catch (NotANote none) {
            throw new UnreadableEvidence(what + " is no checkpoint: " + none.getMessage());
        }
    }

    private static String signers(SignedNote note) {
        return note.signatures().stream()
                .map(signature -> signature.name() + "+" + signature.hash())
                .collect(Collectors.joining(", "));
    }
}
