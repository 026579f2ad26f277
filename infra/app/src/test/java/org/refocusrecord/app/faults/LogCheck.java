package org.refocusrecord.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What an owner of the database sees of commands, of the tree and of what was signed. */
final class LogCheck {

    private static final String OF_COMMAND =
            "select count(*), count(distinct event_id), max(position) - min(position) + 1,"
                    + " count(distinct recorded_at), count(content_mac)"
                    + " from refocus_log.event where command_id = ?";
    private static final String KEYS =
            "select count(*) from refocus_keys.data_key d left join refocus_log.event e"
                    + " on e.event_id = d.event_id where e.event_id is null";

    private LogCheck() {}

    /**
     * Whether a command is recorded, once whatever is under way has ended: whole, or nothing of it,
     * and no key of it either.
     */
    static boolean isRecorded(Connection owner, Lane.Session session) throws SQLException {
        Sql.run(owner, "select pg_advisory_lock(refocus_log.append_lock())");
        Sql.run(owner, "select pg_advisory_unlock(refocus_log.append_lock())");
        assertThat(number(owner, KEYS)).as("keys of events that are not there").isZero();
        try (PreparedStatement query = owner.prepareStatement(OF_COMMAND)) {
            query.setObject(1, UUID.fromString(session.id()));
            try (ResultSet row = query.executeQuery()) {
                row.next();
                if (row.getInt(1) == 0) {
                    return false;
                }
                assertThat(
                                List.of(
                                        row.getInt(1),
                                        row.getInt(2),
                                        row.getInt(3),
                                        row.getInt(4),
                                        row.getInt(5)))
                        .as("events of a command, one after the other, at one time")
                        .containsExactly(events(session), events(session), events(session), 1, 1);
                return true;
            }
        }
    }

    private static int events(Lane.Session session) {
        return switch (session.load()) {
            case SESSIONS -> 4;
            case ONE_EVENT -> 1;
        };
    }

    /** Of which command each event of a case is, in order. */
    static List<String> commandsOf(Connection owner, String caseId) throws SQLException {
        return texts(
                owner,
                "select command_id::text from refocus_log.event where stream = 'case/%s' order by sequence"
                        .formatted(caseId));
    }

    /** Every note that was ever signed is of the log as it is now. */
    static void allSignedStands(Connection owner, LogRows rows) throws Exception {
        for (String note :
                texts(owner, "select note from refocus_seal.checkpoint where size > 0")) {
            rows.areUnder(note);
        }
    }

    private static long number(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static List<String> texts(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            List<String> texts = new ArrayList<>();
            while (row.next()) {
                texts.add(row.getString(1));
            }
            return texts;
        }
    }
}
