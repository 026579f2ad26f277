package org.refocusrecord.eventlog.words;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Reads the stored forms a second time, from their description alone: on nothing but the JDK, and
 * on none of the program's classes. Whoever wants to leave this program, or to check it, needs no
 * more than this.
 */
final class SecondReader {

    /** A text that was found in a payload, and which of the event's words it is. */
    record Found(int n, String salt, String text) {}

    private SecondReader() {}

    /** The last word of the one line of its file. */
    static byte[] masterKey(String line) {
        return bytes(line.substring(line.lastIndexOf(' ') + 1).strip());
    }

    /** Id of the master key (8 bytes), then as a data key. */
    static byte[] recordKey(
            byte[] master, byte[] wrapped, String id, String stream, long generation)
            throws GeneralSecurityException {
        byte[] masterId = Arrays.copyOf(expand(master, "master-key-id"), 8);
        if (!Arrays.equals(masterId, Arrays.copyOf(wrapped, 8))) {
            throw new GeneralSecurityException("another master key");
        }
        byte[] sealed = Arrays.copyOfRange(wrapped, 8, wrapped.length);
        return open(master, sealed, "record-key/" + id + "#" + stream + "#" + generation);
    }

    static byte[] dataKey(byte[] recordKey, byte[] wrapped, String eventId)
            throws GeneralSecurityException {
        return open(recordKey, wrapped, "data-key/" + eventId);
    }

    /** Salt and text of one of the words, checked against its digest. */
    static Found words(byte[] dataKey, String eventId, long n, String c, String d)
            throws GeneralSecurityException {
        byte[] salted = open(dataKey, Base64.getDecoder().decode(c), eventId + "#" + n);
        if (!hex(sha256(salted)).equals(d)) {
            throw new GeneralSecurityException("not the text of this digest");
        }
        String text = new String(salted, 16, salted.length - 16, UTF_8);
        return new Found((int) n, hex(Arrays.copyOf(salted, 16)), text);
    }

    /** Every text of a payload, and that each has the number of its place. */
    static List<Found> texts(byte[] dataKey, String eventId, String payload)
            throws GeneralSecurityException {
        List<Found> found = new ArrayList<>();
        long n = 0;
        for (Map<?, ?> words : words(SecondJson.read(payload))) {
            if (words.get("c") instanceof String c && words.get("d") instanceof String d) {
                if (!Long.valueOf(n).equals(words.get("n"))) {
                    throw new GeneralSecurityException("not the number of its place");
                }
                found.add(words(dataKey, eventId, n, c, d));
            }
            n++;
        }
        return found;
    }

    /** HMAC-SHA256 under a key that HKDF makes of the stream's key and the data keys. */
    static byte[] contentMac(String content, List<byte[]> keys) throws GeneralSecurityException {
        ByteArrayOutputStream secret = new ByteArrayOutputStream();
        keys.forEach(secret::writeBytes);
        return hmac(expand(secret.toByteArray(), "content"), content.getBytes(UTF_8));
    }

    static byte[] leafHash(String leaf) throws GeneralSecurityException {
        return sha256(concat(new byte[1], leaf.getBytes(UTF_8)));
    }

    static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static List<Map<?, ?>> words(@Nullable Object json) {
        return switch (json) {
            case Map<?, ?> map when map.containsKey("c") || saysWhere(map) -> List.of(map);
            case Map<?, ?> map ->
                    map.values().stream().flatMap(one -> words(one).stream()).toList();
            case List<?> list -> list.stream().flatMap(one -> words(one).stream()).toList();
            case null, default -> List.of();
        };
    }

    private static boolean saysWhere(Map<?, ?> map) {
        return map.get("from") instanceof Map<?, ?> from && from.containsKey("n");
    }

    /** AES-256-GCM: nonce (12 bytes), ciphertext, tag (16 bytes). */
    private static byte[] open(byte[] key, byte[] sealed, String associated)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(key, "AES"),
                new GCMParameterSpec(128, sealed, 0, 12));
        cipher.updateAAD(associated.getBytes(US_ASCII));
        return cipher.doFinal(sealed, 12, sealed.length - 12);
    }

    /** The first block of HKDF-SHA256 without a salt (RFC 5869). */
    private static byte[] expand(byte[] secret, String info) throws GeneralSecurityException {
        byte[] pseudorandom = hmac(new byte[32], secret);
        return hmac(pseudorandom, concat(info.getBytes(US_ASCII), new byte[] {1}));
    }

    private static byte[] hmac(byte[] key, byte[] bytes) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(bytes);
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
