package org.refocusrecord.query.access;

import java.io.Serial;
import java.sql.SQLException;
import java.util.Objects;
import java.util.regex.Pattern;

/** The access log's database did not do what it was asked. */
public final class AccessNotKept extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    /** What cannot be stored as it is, and what breaks a rule of the table. */
    private static final Pattern OF_WHAT_WAS_WRITTEN = Pattern.compile("2[23].*");

    private final String state;

    /** Without the message of the cause, which may quote what was written. */
    AccessNotKept(SQLException cause) {
        String state = Objects.requireNonNullElse(cause.getSQLState(), "unknown");
        super("SQL state " + state);
        this.state = state;
        setStackTrace(cause.getStackTrace());
    }

    /** Whether it is for the sake of what was to be written: asking again does not help. */
    boolean blamesEntries() {
        return OF_WHAT_WAS_WRITTEN.matcher(state).matches();
    }
}
