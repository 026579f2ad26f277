package org.refocusrecord.web.problem;

import org.jspecify.annotations.Nullable;

/**
 * Says what another module's refusal is as a problem. A module that may not see this one throws its
 * own exception with a code; whoever sees both makes a bean of this.
 */
@FunctionalInterface
public interface ProblemTranslator {

    /** The problem of an exception, or null if it is none of this translator's. */
    @Nullable Problem translate(Throwable thrown);
}
