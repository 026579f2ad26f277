package org.refocusrecord.eventlog.seal;

import org.jspecify.annotations.Nullable;

import java.util.Base64;

/** Base64 that has one spelling only: what could be written otherwise could be changed unseen. */
final class StrictBase64 {

    private StrictBase64() {}

    /** The bytes, or null where the text is not the one spelling of any. */
    static byte @Nullable [] decode(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return encode(bytes).equals(text) ? bytes : null;
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
