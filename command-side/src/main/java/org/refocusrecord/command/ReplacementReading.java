package org.refocusrecord.command;

import org.refocusrecord.events.Event;
import org.refocusrecord.events.Person;

import java.util.List;

/**
 * Reads the replacement in a correction as what it replaces. It has no clock, no memory and no way
 * to the log: of the same recorder it always reads the same, however often it is decided.
 *
 * @param <E> the family of events
 */
@FunctionalInterface
public interface ReplacementReading<E extends Event> {

    /** What came of reading. */
    sealed interface Outcome<E extends Event> {}

    /** It could be read. */
    record WasRead<E extends Event>(E event) implements Outcome<E> {}

    /** It could not be read, for these reasons; pointers are into the whole correction. */
    record NotRead<E extends Event>(List<Refusal> refusals) implements Outcome<E> {}

    /**
     * Reads a replacement.
     *
     * @param recordedBy who recorded it where it names nobody: whoever did, as things stand now
     */
    Outcome<E> read(Person recordedBy);
}
