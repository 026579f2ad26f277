package org.refocusrecord.app.postgres;

import org.postgresql.ds.PGSimpleDataSource;

import javax.sql.DataSource;

/**
 * The ways into one database.
 *
 * @param jdbcUrl where it is, with no password in it
 * @param administrator makes roles and schemas
 * @param owner owns and migrates the log
 * @param appender records
 * @param projector reads the log and owns the views
 */
public record DatabaseAccess(
        String jdbcUrl, Login administrator, Login owner, Login appender, Login projector) {

    /** The role that reads the log and owns the views. */
    public static final String PROJECTOR = "refocus_projector";

    /** The same roles, elsewhere. */
    DatabaseAccess at(String otherUrl) {
        return new DatabaseAccess(otherUrl, administrator, owner, appender, projector);
    }

    /** As one of the roles; each call of {@code getConnection} connects anew. */
    public PGSimpleDataSource as(Login login) {
        return dataSource(jdbcUrl, login);
    }

    /** As the owner that a URL names. */
    public static DataSource owner(String url) {
        GivenUrl given = GivenUrl.of(url);
        return dataSource(given.jdbcUrl(), given.owner());
    }

    private static PGSimpleDataSource dataSource(String url, Login login) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url);
        dataSource.setUser(login.role());
        dataSource.setPassword(login.password());
        dataSource.setApplicationName("refocus-record");
        dataSource.setConnectTimeout(5);
        return dataSource;
    }
}
