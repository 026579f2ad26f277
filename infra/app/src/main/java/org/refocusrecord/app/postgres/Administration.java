package org.refocusrecord.app.postgres;

import org.postgresql.util.PasswordUtil;
import org.refocusrecord.app.data.Hindrance;
import org.refocusrecord.eventlog.store.LogRoles;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

import javax.sql.DataSource;

/**
 * What is asked of whoever may make roles, databases and schemas; asking again changes nothing.
 * Several servers may start on one database: each waits for the others before it looks.
 */
final class Administration {

    /** The schema of the views, which the projector owns. */
    private static final String VIEWS = "refocus_views";

    private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(5932110740627236)";
    private static final String NOT_ALLOWED = "42501";

    private final DataSource administrator;

    Administration(DataSource administrator) {
        this.administrator = administrator;
    }

    /** Roles that log in with these passwords. */
    void ensureRoles(DatabaseAccess access, String readerPassword) throws SQLException {
        ensureLogRole(access.appender());
        ensureLogRole(new Login(LogRoles.READER, readerPassword));
        together(connection -> ensureMember(connection, access.projector(), LogRoles.READER));
    }

    /**
     * Logins of this database's own, and the schema of its views. Roles belong to the whole server,
     * where there may be another record: so the log's roles are left as they are, and these have
     * the rights of one of them.
     */
    void ensureMembersAndViews(DatabaseAccess access) throws SQLException {
        together(connection -> {
            ensureRole(connection, LogRoles.APPENDER);
            ensureRole(connection, LogRoles.READER);
            ensureMember(connection, access.appender(), LogRoles.APPENDER);
            ensureMember(connection, access.projector(), LogRoles.READER);
            ensureViewsSchema(connection, access.projector().role());
        });
    }

    /** A role of the log's own. */
    void ensureLogRole(Login login) {
        LogRoles.ensure(administrator, login.role(), login.password().toCharArray());
    }

    /** A database that this role owns. */
    void ensureDatabase(String name, String owner) throws SQLException {
        try (Connection connection = administrator.getConnection()) {
            if (found(connection, "select '' from pg_database where datname = ?", name).isEmpty()) {
                execute(
                        connection,
                        "create database %s template template0 encoding 'UTF8' owner %s"
                                .formatted(name, owner));
            }
        }
    }

    /** The schema that views are written to, in the database that the administrator is in. */
    void ensureViewsSchema(String projector) throws SQLException {
        together(connection -> ensureViewsSchema(connection, projector));
    }

    private static void ensureMember(Connection connection, Login login, String of)
            throws SQLException {
        ensureRole(connection, login.role());
        execute(connection, "alter role " + login.role() + " login");
        execute(
                connection,
                PasswordUtil.genAlterUserPasswordSQL(
                        login.role(), login.password().toCharArray(), "scram-sha-256"));
        execute(connection, "grant %s to %s".formatted(of, login.role()));
    }

    /** The server of another database of the same PostgreSQL may be faster: they share no lock. */
    private static void ensureRole(Connection connection, String name) throws SQLException {
        if (found(connection, "select '' from pg_roles where rolname = ?", name).isEmpty()) {
            execute(
                    connection,
                    """
                    do $$
                    begin
                        create role %s;
                    exception when duplicate_object or unique_violation then
                        null;
                    end
                    $$
                    """
                            .formatted(name));
        }
    }

    private static void ensureViewsSchema(Connection connection, String projector)
            throws SQLException {
        Optional<String> owner =
                found(
                        connection,
                        "select pg_get_userbyid(nspowner) from pg_namespace where nspname = ?",
                        VIEWS);
        if (owner.filter(projector::equals).isPresent()) {
            return;
        }
        if (owner.isPresent()) {
            dropViews(connection, owner.get());
        }
        // Only who may become a role may give it something.
        become(connection, projector);
        execute(connection, "create schema %s authorization %s".formatted(VIEWS, projector));
    }

    /**
     * The database has got this name later, or was loaded under it: the views are another role's.
     * They are made anew from the log.
     */
    private static void dropViews(Connection connection, String owner) throws SQLException {
        try {
            become(connection, owner);
            execute(connection, "set local role " + quoted(connection, owner));
            execute(connection, "drop schema %s cascade".formatted(VIEWS));
            execute(connection, "set local role none");
        } catch (SQLException refused) {
            if (NOT_ALLOWED.equals(refused.getSQLState())) {
                throw new Hindrance(
                        "The schema %s belongs to %s, and the owner of the database may not become that role. Let an administrator drop the schema: the views are made anew from the log."
                                .formatted(VIEWS, owner),
                        refused);
            }
            throw refused;
        }
    }

    private static void become(Connection connection, String role) throws SQLException {
        String mayBecome = "select '' where pg_has_role(current_user, ?, 'set')";
        if (found(connection, mayBecome, role).isEmpty()) {
            execute(connection, "grant %s to current_user".formatted(quoted(connection, role)));
        }
    }

    private static String quoted(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.enquoteIdentifier(name, true);
        }
    }

    private static Optional<String> found(Connection connection, String query, String name)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void together(Steps steps) throws SQLException {
        try (Connection connection = administrator.getConnection()) {
            connection.setAutoCommit(false);
            execute(connection, ONE_AT_A_TIME);
            steps.over(connection);
            connection.commit();
        }
    }

    /** What is done as a whole or not at all. */
    @FunctionalInterface
    private interface Steps {
        void over(Connection connection) throws SQLException;
    }
}
