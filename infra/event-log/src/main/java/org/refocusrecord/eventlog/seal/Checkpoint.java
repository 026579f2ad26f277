package org.refocusrecord.eventlog.seal;

/**
 * What a log says of itself: how many events it has, and the root of the tree over them, after C2SP
 * {@code tlog-checkpoint}.
 *
 * @param origin which log says it
 */
@SuppressWarnings("ArrayRecordComponent") // The root is compared where it must be, byte by byte.
public record Checkpoint(String origin, long size, byte[] root) {

    /** More events than this no reader of JSON could count. */
    static final long LARGEST = (1L << 53) - 1;

    private static final String SIZE = "0|[1-9][0-9]{0,15}";

    /**
     * What a note says. Lines after the third are left aside.
     *
     * @throws NotANote if it is no checkpoint
     */
    public static Checkpoint of(SignedNote note) {
        String[] lines = note.text().split("\n", -1);
        if (lines.length < 4 || lines[0].isEmpty() || !lines[1].matches(SIZE)) {
            throw new NotANote("The note is no checkpoint");
        }
        long size = Long.parseLong(lines[1]);
        byte[] root = StrictBase64.decode(lines[2]);
        if (size > LARGEST || root == null || root.length != MerkleHash.BYTES) {
            throw new NotANote("The note is no checkpoint of a tree with SHA-256");
        }
        return new Checkpoint(lines[0], size, root);
    }

    /** Its text, as it is signed. */
    String text() {
        return origin + "\n" + size + "\n" + StrictBase64.encode(root) + "\n";
    }

    /** The whole note, signed. */
    public String signedBy(SignerKey key) {
        return key.note(text());
    }
}
