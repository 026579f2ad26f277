package org.refocusrecord.security;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/**
 * Why somebody reads a person's record, as the {@code Purpose} header says; kept in the access log.
 *
 * @param kind what for
 * @param words a few words about nobody's health, or null
 */
public record Purpose(Kind kind, @Nullable String words) {

    private static final int LONGEST = 200;

    /** What a record can be read for. */
    public enum Kind {
        /** For the person's care. */
        CARE,
        /** For an audit. */
        AUDIT,
        /** To make services better. */
        QUALITY,
        /** To answer a complaint. */
        COMPLAINT,
        /** Because the person asked to see the record. */
        ACCESS_REQUEST,
        /** For a court or a duty by law. */
        LEGAL,
        /** For something else. */
        OTHER
    }

    /** Reads the header; refuses what cannot be read. */
    public static Purpose of(String header) {
        int semicolon = header.indexOf(';');
        String code = (semicolon < 0 ? header : header.substring(0, semicolon)).strip();
        String words = semicolon < 0 ? "" : header.substring(semicolon + 1).strip();
        boolean sound =
                words.length() <= LONGEST && words.chars().noneMatch(Character::isISOControl);
        return Arrays.stream(Kind.values())
                .filter(kind -> sound && kind.name().equals(code))
                .findFirst()
                .map(kind -> new Purpose(kind, words.isEmpty() ? null : words))
                .orElseThrow(() -> new AccessRefused("value.not-allowed", "/Purpose"));
    }
}
