package org.refocusrecord.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The stored name of an event: a contract for ever, never the name of a class. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventType {

    /** The stored name, {@code thing.fact} in kebab case. */
    String name();

    /** Counts from 1; a change of form makes a new revision and an upcaster. */
    int revision();

    /** By what it is posted: the kind of an entry ({@code GOAL_SET}) or the name of a command. */
    String door();

    /**
     * A member with a fixed value that tells it from its siblings ({@code status=DONE}), or empty.
     */
    String where() default "";

    /** One sentence for the catalogue. */
    String meaning();
}
