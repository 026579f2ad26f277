package org.refocusrecord.eventlog.seal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * A text with signatures, after C2SP {@code signed-note}.
 *
 * @param text the text, with the line feed at its end
 */
public record SignedNote(String text, List<Signature> signatures) {

    /** A note is short; more is no note of ours. */
    static final int MOST = 100_000;

    private static final String BEFORE = "\u2014 ";

    /**
     * One signature.
     *
     * @param hash the short id of the key that is said to have made it, lower-case hex
     */
    @SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
    public record Signature(String name, String hash, byte[] bytes) {}

    /** What a key says of a note. */
    public enum Verdict {
        /** It was signed by this key. */
        SIGNED,
        /** There is no signature that this key is said to have made. */
        OTHER_KEY,
        /** There is one, and it is false. */
        FALSE
    }

    public SignedNote {
        signatures = List.copyOf(signatures);
    }

    /**
     * Reads a note; says nothing of its signatures.
     *
     * @throws NotANote if it is none
     */
    public static SignedNote parse(String note) {
        if (note.length() > MOST
                || note.chars().anyMatch(c -> (c < 0x20 && c != '\n') || c == 0xfffd)) {
            throw new NotANote("The note is too long or holds characters that no note holds");
        }
        int end = note.lastIndexOf("\n\n");
        if (end < 0 || !note.endsWith("\n")) {
            throw new NotANote("The note has no signatures after an empty line");
        }
        List<Signature> signatures = new ArrayList<>();
        for (String line : note.substring(end + 2).split("\n", -1)) {
            if (!line.isEmpty()) {
                signatures.add(signature(line));
            }
        }
        if (signatures.isEmpty()) {
            throw new NotANote("The note has no signatures");
        }
        return new SignedNote(note.substring(0, end + 1), signatures);
    }

    private static Signature signature(String line) {
        String[] parts = line.split(" ", -1);
        if (!line.startsWith(BEFORE) || parts.length != 3 || !KeyHash.isName(parts[1])) {
            throw new NotANote("A signature of the note is not in its form");
        }
        byte[] bytes = StrictBase64.decode(parts[2]);
        if (bytes == null || bytes.length <= KeyHash.BYTES) {
            throw new NotANote("A signature of the note is not base64, or too short");
        }
        return new Signature(
                parts[1],
                HexFormat.of().formatHex(bytes, 0, KeyHash.BYTES),
                Arrays.copyOfRange(bytes, KeyHash.BYTES, bytes.length));
    }

    /** Whether a key signed it. Signatures of other keys are passed over, as they must be. */
    public Verdict by(VerifierKey key) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Verdict verdict = Verdict.OTHER_KEY;
        for (Signature signature : signatures) {
            if (signature.name().equals(key.name()) && signature.hash().equals(key.hash())) {
                if (!key.verifies(bytes, signature.bytes())) {
                    return Verdict.FALSE;
                }
                verdict = Verdict.SIGNED;
            }
        }
        return verdict;
    }
}
