package org.refocusrecord.query.projection;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

import javax.sql.DataSource;

/** Reads views as they are at one moment, and says how far they had come. */
public final class ViewReads {

    private final Transactions transactions;
    private final Folds folds;

    /** Reads from this database, for a program that brings these views. */
    public ViewReads(DataSource dataSource, List<Projector> projectors) {
        this.transactions = new Transactions(dataSource);
        this.folds = new Folds(projectors);
    }

    /**
     * What was read.
     *
     * @param position the last position that all views had handled
     */
    public record Answer<T>(T value, long position) {}

    /**
     * Asks several views, all as they are at one moment.
     *
     * @throws ViewBehind where one of them was not made yet, or by an older fold than this
     *     program's
     */
    public <T> Answer<T> ask(Collection<String> views, Function<JdbcClient, T> question) {
        return transactions.readViews(connection -> ask(connection, views, question));
    }

    private <T> Answer<T> ask(
            Connection connection, Collection<String> views, Function<JdbcClient, T> question)
            throws SQLException {
        long position = Positions.least(connection, views, folds);
        if (position < 0) {
            throw new ViewBehind(0, position);
        }
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
