package org.refocusrecord.query.projection;

import org.jspecify.annotations.Nullable;

import java.util.function.BooleanSupplier;

/** Several things, of which each is tried though others fail; the first failure is told. */
final class Attempts {
    private @Nullable RuntimeException failure;

    /** Tries one; false where it failed. */
    boolean does(BooleanSupplier something) {
        try {
            return something.getAsBoolean();
        } catch (RuntimeException failed) {
            failure = failure == null ? failed : failure;
            return false;
        }
    }

    /** Throws the first failure, if there was one. */
    void end() {
        if (failure != null) {
            throw failure;
        }
    }
}
