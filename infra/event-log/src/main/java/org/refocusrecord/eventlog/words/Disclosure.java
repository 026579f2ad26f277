package org.refocusrecord.eventlog.words;

import org.refocusrecord.events.EventId;

import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;

/**
 * A text shown to somebody outside, who checks it against the digest in the sealed event without
 * any key.
 *
 * @param n which of the event's words, from 0
 * @param salt lower-case hex
 */
public record Disclosure(EventId eventId, int n, String salt, String text) {

    /** Whether this is the text of which the event holds that digest. */
    public boolean proves(String d) {
        if (salt.length() != 2 * SaltedText.SALT || !salt.chars().allMatch(HexFormat::isHexDigit)) {
            return false;
        }
        try {
            return SaltedText.digest(SaltedText.of(HexFormat.of().parseHex(salt), text)).equals(d);
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
