package org.refocusrecord.eventlog.store;

import java.util.List;

/** The database is set so that it could lose what it has said to be recorded. */
public final class NotDurable extends RuntimeException {
    NotDurable(List<String> wrong) {
        super("The database could lose recorded events: " + String.join("; ", wrong));
    }
}
