package org.refocusrecord.query.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import javax.sql.DataSource;

/** How far the outbox has come, whichever node moves it. */
public final class OutboxPosition {

    private static final String POSITION =
            "select position from refocus_outbox.topic where name = ?";

    private final DataSource reader;
    private final String topic;

    /** Of the events that are sent to a topic. */
    OutboxPosition(DataSource reader, String topic) {
        this.reader = reader;
        this.topic = topic;
    }

    /**
     * Up to where all events were acknowledged; 0 before the first.
     *
     * @throws IllegalStateException where the database does not answer
     */
    public long get() {
        try (Connection connection = reader.getConnection();
                PreparedStatement query = connection.prepareStatement(POSITION)) {
            query.setString(1, topic);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        } catch (SQLException away) {
            throw new IllegalStateException("SQL state " + away.getSQLState());
        }
    }
}
