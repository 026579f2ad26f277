package org.refocusrecord.query.projection;

import java.io.Serial;
import java.sql.SQLException;
import java.util.Objects;

/** The views' database did not do what it was asked; asking again may help. */
public final class ViewsNotReachable extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    /** Without the message of the cause, which may quote what was written. */
    ViewsNotReachable(SQLException cause) {
        super(
                "the database of the views: SQL state "
                        + Objects.requireNonNullElse(cause.getSQLState(), "unknown"));
        setStackTrace(cause.getStackTrace());
    }
}
