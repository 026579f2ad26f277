package org.refocusrecord.eventlog.json;

import tools.jackson.databind.node.ObjectNode;

/**
 * Brings the payload of an earlier revision of an event to a later one. What is stored is never
 * changed: it is brought up to date each time it is read, for decisions and views alike.
 *
 * <p>A text is moved whole, under whatever name and to whatever place: it is found by the ordinal
 * that stands in it, and opened with the event's own id. Its members are not for upcasters.
 *
 * <p>The program finds them by {@code META-INF/services}.
 */
public interface Upcaster {

    /**
     * The kind of stream, the first part of its ids: {@code case}, {@code team} or {@code study}.
     */
    String stream();

    /** The stored name that it reads. */
    String name();

    /** The revision that it reads. */
    int revision();

    /** The stored name that it makes of it: the same, unless the event was named anew. */
    default String newName() {
        return name();
    }

    /** The revision that it makes of it. */
    default int newRevision() {
        return revision() + 1;
    }

    /**
     * The payload as that revision has it, the members with fixed values too.
     *
     * @param payload a copy, to be changed at will
     */
    ObjectNode upcast(ObjectNode payload);
}
