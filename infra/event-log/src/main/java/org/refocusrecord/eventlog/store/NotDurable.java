package org.refocusrecord.eventlog.store;

import java.util.List;

/** The database is set so that it could lose or garble what it has said to be recorded. */
public final class NotDurable extends RuntimeException {
    NotDurable(List<String> wrong) {
        super("The database is not set as the log needs it: " + String.join("; ", wrong));
    }
}
