package org.refocusrecord.app.deadletters;

import tools.jackson.databind.JsonNode;

import java.util.Optional;
import java.util.Set;

/**
 * Why a server left one where it lies, so that others may be sent all the same.
 *
 * @param detail what its topic has against it, in a sentence; empty: that is not told
 */
record Left(String code, String detail) {

    private static final String UNKNOWN = "dead-letter.unknown";
    private static final Set<String> CODES = Set.of(UNKNOWN, "dead-letter.not-taken");

    /** What a problem says; empty: of something else. */
    static Optional<Left> by(JsonNode problem) {
        String code = problem.path("code").asString("");
        return CODES.contains(code)
                ? Optional.of(new Left(code, problem.at("/errors/0/message").asString("")))
                : Optional.empty();
    }

    /** One of those that were left of a page. */
    static Left of(JsonNode left) {
        return new Left(left.path("code").asString(""), left.path("detail").asString(""));
    }

    /** Whether it is not there to be sent, or there is nowhere to send it. */
    boolean isUnknown() {
        return code.equals(UNKNOWN);
    }

    /** Says so of the one of this id. */
    String sentence(String id) {
        if (isUnknown()) {
            return id
                    + " is not there (any more), or nobody knows where it came from: dead-letters"
                    + " show says which";
        }
        return id
                + " is not taken by the topic it came from"
                + (detail.isEmpty() ? "" : ": " + detail);
    }
}
