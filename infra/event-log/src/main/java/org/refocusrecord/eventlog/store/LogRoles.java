package org.refocusrecord.eventlog.store;

import org.postgresql.util.PasswordUtil;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

import javax.sql.DataSource;

/**
 * The three roles of the log: the owner migrates; the appender inserts events, under the lock and
 * by the rules that the log's functions give it, and writes to no other table of theirs: keys come
 * and go by the functions alone; the seal and the snapshots it keeps itself. The reader reads. Both
 * may ask what was known, which raises the floor. A server that is set up by other hands has them
 * already; then nobody needs to call this.
 */
public final class LogRoles {
    public static final String OWNER = "refocus_owner";
    public static final String APPENDER = "refocus_appender";
    public static final String READER = "refocus_reader";

    private static final Set<String> ALL = Set.of(OWNER, APPENDER, READER);

    private LogRoles() {}

    /**
     * Makes the role where it is missing, and gives it that password; as somebody who may make
     * roles.
     */
    public static void ensure(DataSource administrator, String role, char[] password) {
        if (!ALL.contains(role)) {
            throw new IllegalArgumentException("Not a role of the log: " + role);
        }
        new LogConnections(administrator)
                .ask(connection -> ensure(connection, role, password.clone()));
    }

    private static String ensure(Connection connection, String role, char[] password)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    do $$
                    begin
                        if not exists (select from pg_roles where rolname = '%1$s') then
                            create role %1$s;
                        end if;
                        alter role %1$s login;
                    end
                    $$
                    """
                            .formatted(role));
            // A hash is sent, so that no log of the server shows the password.
            statement.execute(
                    PasswordUtil.genAlterUserPasswordSQL(role, password, "scram-sha-256"));
        }
        return role;
    }
}
