package org.refocusrecord.eventlog.store;

import org.postgresql.core.BaseConnection;
import org.postgresql.core.QueryExecutor;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The numbers by which this database knows the types of the append's arguments.
 *
 * @param event of an only event
 * @param command of a new command
 * @param commands of a list of them
 */
record CommandTypes(int event, int command, int commands) {
    private static final String ASK =
            """
            select e.oid, c.oid, c.typarray
              from pg_catalog.pg_type e, pg_catalog.pg_type c
             where e.oid = 'refocus_log.only_event'::regtype
               and c.oid = 'refocus_log.new_command'::regtype
            """;

    static CommandTypes of(Connection connection) throws SQLException {
        try (Statement ask = connection.createStatement();
                ResultSet row = ask.executeQuery(ASK)) {
            row.next();
            // Their numbers have no sign, and four bytes.
            return new CommandTypes(
                    (int) row.getLong(1), (int) row.getLong(2), (int) row.getLong(3));
        }
    }

    /** The driver sends a type of ours as text, unless it is told that we know its bytes. */
    void binary(Connection connection) throws SQLException {
        QueryExecutor driver = connection.unwrap(BaseConnection.class).getQueryExecutor();
        driver.addBinarySendOid(event);
        driver.addBinarySendOid(command);
        driver.addBinarySendOid(commands);
    }
}
