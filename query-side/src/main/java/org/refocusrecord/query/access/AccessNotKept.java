package org.refocusrecord.query.access;

import java.io.Serial;
import java.sql.SQLException;
import java.util.Objects;

/** The access log's database did not do what it was asked; asking again may help. */
public final class AccessNotKept extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    /** Without the message of the cause, which may quote what was written. */
    AccessNotKept(SQLException cause) {
        super("SQL state " + Objects.requireNonNullElse(cause.getSQLState(), "unknown"));
        setStackTrace(cause.getStackTrace());
    }
}
