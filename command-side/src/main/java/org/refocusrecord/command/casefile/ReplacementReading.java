package org.refocusrecord.command.casefile;

import org.refocusrecord.command.Refusal;
import org.refocusrecord.events.JsonText;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.casefile.CaseEvent;

import java.util.List;
import java.util.UUID;

/**
 * Reads the replacement in a correction. The same text always reads the same: it has no clock and
 * no memory.
 */
public interface ReplacementReading {

    /** What came of reading. */
    sealed interface Outcome {}

    /** It could be read. */
    record Readable(CaseEvent event) implements Outcome {}

    /** It could not be read, for these reasons; pointers are within the replacement. */
    record Unreadable(List<Refusal> refusals) implements Outcome {}

    /**
     * Reads a replacement.
     *
     * @param replacement what was sent
     * @param type the stored name of what it replaces
     * @param as ids that are left out, and who recorded it where nobody else is named
     */
    Outcome read(JsonText replacement, String type, As as);

    /** What a replacement may leave out, because it never changes or stays as it was. */
    record As(UUID caseId, UUID id, Person recordedBy) {}
}
