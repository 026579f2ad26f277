package org.refocusrecord.query.projection;

import java.io.Serial;
import java.sql.SQLException;
import java.util.Objects;

/** The views' database did not do what it was asked; asking again may help. */
public final class ViewsNotReachable extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final String state;

    /** Without the message of the cause, which may quote what was written. */
    ViewsNotReachable(SQLException cause) {
        super("the database of the views: SQL state " + state(cause));
        setStackTrace(cause.getStackTrace());
        this.state = state(cause);
    }

    /** Somebody else had it for too long. */
    static ViewsNotReachable heldByAnother() {
        return new ViewsNotReachable(new SQLException("held by another", LOCK_NOT_AVAILABLE));
    }

    /** Whether somebody else has locked what was needed. */
    boolean isHeldByAnother() {
        return LOCK_NOT_AVAILABLE.equals(state);
    }

    /** What the database calls it; "unknown" where it does not. */
    public String sqlState() {
        return state;
    }

    private static String state(SQLException cause) {
        return Objects.requireNonNullElse(cause.getSQLState(), "unknown");
    }

    static boolean isHeldByAnother(SQLException failed) {
        return LOCK_NOT_AVAILABLE.equals(failed.getSQLState());
    }
}
