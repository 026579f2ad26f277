package org.refocusrecord.app.postgres;

import org.postgresql.util.PasswordUtil;
import org.refocusrecord.eventlog.store.LogRoles;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

/** What is asked of whoever may make roles, databases and schemas; asking again changes nothing. */
final class Administration {

    /** The schema of the views, which the projector owns. */
    private static final String VIEWS = "refocus_views";

    private final DataSource administrator;

    Administration(DataSource administrator) {
        this.administrator = administrator;
    }

    /** Roles that log in with these passwords. */
    void ensureRoles(DatabaseAccess access, String readerPassword) throws SQLException {
        ensureLogRole(access.appender());
        ensureLogRole(new Login(LogRoles.READER, readerPassword));
        ensureMember(access.projector(), LogRoles.READER);
    }

    /**
     * Logins of this database's own. Roles belong to the whole server, where there may be another
     * record: so the log's roles are left as they are, and these have the rights of one of them.
     */
    void ensureMembers(DatabaseAccess access) throws SQLException {
        ensureRole(LogRoles.APPENDER);
        ensureRole(LogRoles.READER);
        ensureMember(access.appender(), LogRoles.APPENDER);
        ensureMember(access.projector(), LogRoles.READER);
    }

    private void ensureMember(Login login, String of) throws SQLException {
        ensureRole(login.role());
        execute("alter role " + login.role() + " login");
        execute(
                PasswordUtil.genAlterUserPasswordSQL(
                        login.role(), login.password().toCharArray(), "scram-sha-256"));
        execute("grant %s to %s".formatted(of, login.role()));
    }

    private void ensureRole(String name) throws SQLException {
        if (!has("select from pg_roles where rolname = ?", name)) {
            execute("create role " + name);
        }
    }

    /** A role of the log's own. */
    void ensureLogRole(Login login) {
        LogRoles.ensure(administrator, login.role(), login.password().toCharArray());
    }

    /** A database that this role owns. */
    void ensureDatabase(String name, String owner) throws SQLException {
        if (!has("select from pg_database where datname = ?", name)) {
            execute(
                    "create database %s template template0 encoding 'UTF8' owner %s"
                            .formatted(name, owner));
        }
    }

    /** The schema that views are written to, in the database that the administrator is in. */
    void ensureViewsSchema(String projector) throws SQLException {
        if (!has("select from pg_namespace where nspname = ?", VIEWS)) {
            // Only who may become a role may give it something.
            if (!has("select where pg_has_role(current_user, ?, 'set')", projector)) {
                execute("grant %s to current_user".formatted(projector));
            }
            execute("create schema %s authorization %s".formatted(VIEWS, projector));
        }
    }

    private boolean has(String query, String name) throws SQLException {
        try (Connection connection = administrator.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = administrator.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
