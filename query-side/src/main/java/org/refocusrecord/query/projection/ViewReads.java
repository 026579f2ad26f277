package org.refocusrecord.query.projection;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Function;

import javax.sql.DataSource;

/** Reads views as they are at one moment, and says how far they had come. */
public final class ViewReads {

    private final Transactions transactions;

    /** Reads from this database. */
    public ViewReads(DataSource dataSource) {
        this.transactions = new Transactions(dataSource);
    }

    /**
     * What was read.
     *
     * @param position the last position that all views had handled
     */
    public record Answer<T>(T value, long position) {}

    /** Asks several views, all as they are at one moment. */
    public <T> Answer<T> ask(Collection<String> views, Function<JdbcClient, T> question) {
        return transactions.read(connection -> ask(connection, views, question));
    }

    private static <T> Answer<T> ask(
            Connection connection, Collection<String> views, Function<JdbcClient, T> question)
            throws SQLException {
        long position = Positions.least(connection, views);
        try {
            JdbcClient client = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            return new Answer<>(question.apply(client), position);
        } catch (DataAccessException failed) {
            if (failed.getRootCause() instanceof SQLException cause) {
                throw cause;
            }
            throw failed;
        }
    }
}
