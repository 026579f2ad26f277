package org.refocusrecord.security;

/**
 * Somebody may not do this. The code is one of the published problem codes; whoever sees both this
 * module and those codes makes the answer of it. It is expected: no stack trace.
 */
public final class AccessRefused extends RuntimeException {

    private final String code;
    private final String pointer;

    /** Refuses the request as a whole. */
    public AccessRefused(String code) {
        this(code, "");
    }

    /** Refuses what a pointer names. */
    public AccessRefused(String code, String pointer) {
        super(code, null, false, false);
        this.code = code;
        this.pointer = pointer;
    }

    /** The problem code. */
    public String code() {
        return code;
    }

    /** What is refused: a pointer into the body, or a header's name after a slash. */
    public String pointer() {
        return pointer;
    }
}
