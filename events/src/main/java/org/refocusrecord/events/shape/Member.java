package org.refocusrecord.events.shape;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandle;

/**
 * One member of a record.
 *
 * @param name its name in JSON
 * @param form the form of its value
 * @param optional whether an event may be without it
 * @param otherwise what is recorded where a caller leaves it out, as text
 * @param derived whether the record fills it in and no caller may send it
 * @param index its place among the components, from 0
 * @param accessor reads it: {@code (Object) -> Object}
 */
public record Member(
        String name,
        Form form,
        boolean optional,
        @Nullable String otherwise,
        boolean derived,
        int index,
        MethodHandle accessor) {

    /** The member's value in a record of its shape. */
    public @Nullable Object of(Object holder) {
        try {
            return accessor.invokeExact(holder);
        } catch (Throwable impossible) {
            throw new AssertionError("a record's accessor failed: " + name, impossible);
        }
    }
}
