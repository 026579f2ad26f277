package org.refocusrecord.eventlog;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.json.PayloadReader;
import org.refocusrecord.eventlog.json.PayloadUnreadable;
import org.refocusrecord.eventlog.store.EventRow;
import org.refocusrecord.eventlog.store.RawEvent;
import org.refocusrecord.eventlog.store.StoredRow;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.Person;

/** Makes events of rows, and says which cannot be read. */
final class Reading {

    private static final int PERSONS = 1 << 10;

    private final PayloadReader reader = new PayloadReader();
    private final @Nullable Known[] persons = new @Nullable Known[PERSONS];

    private record Known(String text, Person person) {}

    Logged ifPossible(RawEvent row) {
        return ifPossible(row.event());
    }

    Logged ifPossible(StoredRow row) {
        return ifPossible(row.event());
    }

    /** Reading touches nothing but the row, so whatever goes wrong is the row's. */
    private Logged ifPossible(EventRow row) {
        try {
            return event(row);
        } catch (PayloadUnreadable unreadable) {
            return unreadable(row, String.valueOf(unreadable.getMessage()));
        } catch (RuntimeException unexpected) {
            // Its message might quote what somebody said.
            return unreadable(row, row.type() + ": " + unexpected.getClass().getName());
        }
    }

    private static Unreadable unreadable(EventRow row, String cause) {
        return new Unreadable(
                new EventId(row.eventId()),
                row.stream(),
                row.sequence(),
                row.position(),
                row.type(),
                row.revision(),
                cause);
    }

    /** Those met last are not taken apart again; as with {@code RecurringTexts}, by any thread. */
    private Person person(String text) {
        int place = text.hashCode() & PERSONS - 1;
        Known known = persons[place];
        if (known == null || !known.text().equals(text)) {
            known = new Known(text, Person.of(text));
            persons[place] = known;
        }
        return known.person();
    }

    RecordedEvent event(StoredRow row) {
        return event(row.event());
    }

    private RecordedEvent event(EventRow row) {
        EventId eventId = new EventId(row.eventId());
        return new RecordedEvent(
                eventId,
                row.stream(),
                row.sequence(),
                row.position(),
                row.occurredAt(),
                row.recordedAt(),
                row.postedBy(),
                person(row.recordedBy()),
                new CommandId(row.commandId()),
                reader.read(row.stream(), row.type(), row.revision(), eventId, row.payload()));
    }
}
