package org.refocusrecord.command;

import java.io.Serial;
import java.util.List;

/** Carries refusals out of an aggregate; no stack trace, since a refusal is no fault. */
public final class CommandRefused extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    private final transient List<Refusal> refusals;

    /** Refused for these reasons. */
    public CommandRefused(List<Refusal> refusals) {
        super("refused", null, false, false);
        this.refusals = refusals;
    }

    /** All reasons. */
    public List<Refusal> refusals() {
        return refusals;
    }
}
