package org.refocusrecord.eventlog.store;

import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Set;

/**
 * Tells a database that cannot be reached from one that refuses. PostgreSQL puts whole rows into
 * the details of its errors, and a driver puts them into its messages; so of an error that the
 * server sent only the names in it are kept.
 */
final class SqlErrors {
    // Shut down, crashed, starting, dropped, idle; stood still in a transaction; a disk that cannot
    // be written or read; a primary that has become a standby.
    private static final Set<String> NOT_REACHABLE =
            Set.of("57P01", "57P02", "57P03", "57P04", "57P05", "25P03", "25P04", "58030", "25006");

    /** Of the disk, of memory, of connections: there is not enough of something. */
    private static final String NOT_ENOUGH = "53";

    /** Rolled back for the sake of another: a deadlock, or what cannot be put in order. */
    private static final String ROLLED_BACK = "40";

    private SqlErrors() {}

    /** Whether the connection itself has failed. */
    static boolean isOfTheConnection(SQLException error) {
        return Objects.requireNonNullElse(error.getSQLState(), "").startsWith("08");
    }

    /** What a pool says of itself, as that it is closed or was interrupted, has no state. */
    static RuntimeException connecting(SQLException error) {
        return error.getSQLState() == null
                ? new LogNotReachable(false, error)
                : translated(error, false);
    }

    static RuntimeException working(SQLException error) {
        return translated(error, true);
    }

    private static RuntimeException translated(SQLException error, boolean sent) {
        String state = Objects.requireNonNullElse(error.getSQLState(), "no state");
        ServerErrorMessage told =
                error instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
        if (isNotReachable(error, state)) {
            return new LogNotReachable(
                    sent, told == null ? error : new LogFault(state, names(told)));
        }
        return new LogFault(state, told == null ? error.getClass().getName() : names(told));
    }

    private static boolean isNotReachable(SQLException error, String state) {
        return error instanceof SQLTransientConnectionException
                || state.startsWith("08")
                || state.startsWith(NOT_ENOUGH)
                || state.startsWith(ROLLED_BACK)
                || NOT_REACHABLE.contains(state);
    }

    private static String names(ServerErrorMessage told) {
        return "constraint %s, table %s, routine %s"
                .formatted(told.getConstraint(), told.getTable(), told.getRoutine());
    }
}
