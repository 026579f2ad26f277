package org.refocusrecord.web.openapi;

import java.util.Set;

/** What an endpoint takes. */
public sealed interface BodyDescription {

    /**
     * A session, own entries or a command, by its name.
     *
     * @param name {@code session}, {@code own-entries}, {@code closure} and the like
     * @param ofPath the members that the path gives
     */
    record OfCommand(String name, Set<String> ofPath) implements BodyDescription {}

    /** Any other body, read into a record. */
    record OfRecord(Class<? extends Record> type) implements BodyDescription {}

    /** A line of JSON after the other. */
    record OfLines(String meaning) implements BodyDescription {}
}
