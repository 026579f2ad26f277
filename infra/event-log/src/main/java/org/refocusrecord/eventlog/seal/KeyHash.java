package org.refocusrecord.eventlog.seal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The short id of a key, after C2SP {@code signed-note}: with the key's name it tells keys apart.
 */
final class KeyHash {

    static final byte ED25519 = 1;
    static final int BYTES = 4;

    private KeyHash() {}

    static String of(String name, byte[] publicKey) {
        byte[] text = (name + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] whole = Arrays.copyOf(text, text.length + 1 + publicKey.length);
        whole[text.length] = ED25519;
        System.arraycopy(publicKey, 0, whole, text.length + 1, publicKey.length);
        return HexFormat.of().formatHex(MerkleHash.plain(whole), 0, BYTES);
    }

    /** A name that a note can hold. */
    static boolean isName(String name) {
        return !name.isEmpty()
                && name.chars()
                        .noneMatch(c ->
                                c == '+'
                                        || c < 0x21
                                        || c == 0x7f
                                        || c == 0x85
                                        || Character.isSpaceChar(c)
                                        || Character.isWhitespace(c));
    }
}
