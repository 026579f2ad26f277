package org.refocusrecord.command;

import org.refocusrecord.events.Event;
import org.refocusrecord.events.JsonText;
import org.refocusrecord.events.Person;

import java.util.List;
import java.util.UUID;

/**
 * Reads the replacement in a correction, once it is known what it replaces. The same text always
 * reads the same: it has no clock and no memory.
 *
 * @param <E> the family of events
 */
@FunctionalInterface
public interface ReplacementReading<E extends Event> {

    /** What came of reading. */
    sealed interface Outcome<E extends Event> {}

    /**
     * It could be read.
     *
     * @param found what it names in other streams that is not there; pointers are within the
     *     replacement
     */
    record WasRead<E extends Event>(E event, List<Refusal> found) implements Outcome<E> {
        /** It could be read, and there is all that it names in other streams. */
        public WasRead(E event) {
            this(event, List.of());
        }
    }

    /** It could not be read, for these reasons; pointers are within the replacement. */
    record NotRead<E extends Event>(List<Refusal> refusals) implements Outcome<E> {}

    /**
     * Reads a replacement.
     *
     * @param replacement what was sent
     * @param type the stored name of what it replaces
     * @param as ids that are left out, and who recorded it where nobody else is named
     */
    Outcome<E> read(JsonText replacement, String type, As as);

    /** What a replacement may leave out, because it never changes or stays as it was. */
    record As(UUID streamId, UUID id, Person recordedBy) {}
}
