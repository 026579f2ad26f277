package org.refocusrecord.eventlog.words;

import org.refocusrecord.eventlog.keys.DataKey;
import org.refocusrecord.eventlog.keys.Randomness;
import org.refocusrecord.eventlog.keys.SealBroken;
import org.refocusrecord.events.EventId;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Seals the texts of an event and opens them again. The seal is bound to the event and to the
 * text's place in it, so that no text can be shown as another's; the salt keeps short texts from
 * being guessed from their digest.
 */
public final class WordsSeal {

    private WordsSeal() {}

    /**
     * Seals one text.
     *
     * @param n which of the event's words, from 0 in the order of the stored bytes
     */
    public static SealedText seal(
            DataKey dataKey, EventId event, int n, String text, Randomness randomness) {
        byte[] salted = salted(randomness.bytes(SaltedText.SALT), text);
        byte[] sealed = dataKey.seal(salted, place(event, n), randomness);
        return new SealedText(
                Base64.getEncoder().encodeToString(sealed), SaltedText.digest(salted));
    }

    /** The text, or {@link SealBroken}: never another text than the one that was sealed there. */
    public static OpenedText open(DataKey dataKey, EventId event, int n, SealedText sealed) {
        byte[] salted = dataKey.open(decoded(sealed.c()), place(event, n));
        if (salted.length < SaltedText.SALT || !SaltedText.digest(salted).equals(sealed.d())) {
            throw new SealBroken("A text is not the one of its digest");
        }
        try {
            return SaltedText.split(salted);
        } catch (CharacterCodingException e) {
            throw new SealBroken("A text is not UTF-8", e);
        }
    }

    private static byte[] salted(byte[] salt, String text) {
        try {
            return SaltedText.of(salt, text);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("A text holds half of a surrogate pair", e);
        }
    }

    private static byte[] decoded(String c) {
        try {
            return Base64.getDecoder().decode(c);
        } catch (IllegalArgumentException e) {
            throw new SealBroken("A text is not base64", e);
        }
    }

    private static byte[] place(EventId event, int n) {
        return (event + "#" + n).getBytes(StandardCharsets.UTF_8);
    }
}
