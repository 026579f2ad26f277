package org.refocusrecord.eventlog.words;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Salt and UTF-8 text one after the other: what is encrypted and what is digested. */
final class SaltedText {

    static final int SALT = 16;

    private SaltedText() {}

    /** Strict: a text that UTF-8 cannot hold would come back as another. */
    static byte[] of(byte[] salt, String text) throws CharacterCodingException {
        ByteBuffer utf8 = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
        byte[] salted = new byte[SALT + utf8.remaining()];
        System.arraycopy(salt, 0, salted, 0, SALT);
        utf8.get(salted, SALT, utf8.remaining());
        return salted;
    }

    static OpenedText split(byte[] salted) throws CharacterCodingException {
        ByteBuffer utf8 = ByteBuffer.wrap(salted, SALT, salted.length - SALT);
        String text = StandardCharsets.UTF_8.newDecoder().decode(utf8).toString();
        return new OpenedText(HexFormat.of().formatHex(salted, 0, SALT), text);
    }

    static String digest(byte[] salted) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(salted));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
