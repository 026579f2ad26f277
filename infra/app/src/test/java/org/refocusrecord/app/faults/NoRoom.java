package org.refocusrecord.app.faults;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A log that has no room on its disk, as far as who records can tell; and how often one tried. */
final class NoRoom implements AutoCloseable {

    private static final String TAKEN =
            """
            create sequence refocus_log.tries;
            create function refocus_log.no_room() returns trigger security definer language plpgsql as $$
            begin
                perform nextval('refocus_log.tries');
                raise exception 'no room' using errcode = '53100';
            end
            $$;
            create trigger no_room before insert on refocus_log.event
                for each statement execute function refocus_log.no_room();
            """;
    private static final String GIVEN_BACK =
            """
            drop trigger no_room on refocus_log.event;
            drop function refocus_log.no_room();
            drop sequence refocus_log.tries;
            """;

    private final Connection owner;

    private NoRoom(Connection owner) {
        this.owner = owner;
    }

    static NoRoom in(Path data) throws SQLException {
        Connection owner = new DatabaseProcesses(data).asOwner();
        Sql.run(owner, TAKEN);
        return new NoRoom(owner);
    }

    /** How often somebody has tried to record. */
    long tries() {
        try (Statement statement = owner.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select case when is_called then last_value else 0 end"
                                        + " from refocus_log.tries")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    /** There is room again. */
    @Override
    public void close() throws SQLException {
        try (owner) {
            Sql.run(owner, GIVEN_BACK);
        }
    }
}
