package org.refocusrecord.eventlog.store;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Commands of as many streams, written in one transaction: one call of the database's function that
 * takes the lock, looks which of them stand and writes their keys, and then their events by COPY,
 * the cheapest way in that PostgreSQL has.
 */
final class GroupAppend {
    private static final String BEGIN =
            "select head, stamp, outcomes from refocus_log.begin_append(?)";
    private static final String COMMANDS = "refocus_log._new_command";

    private GroupAppend() {}

    /** What becomes of each, once the transaction is committed. */
    static List<AppendResult> results(
            Connection connection, CommandTypes types, List<Append> appends, List<EventCopy> copies)
            throws SQLException {
        types.binary(connection);
        Begun begun = begin(connection, CommandBytes.ofAll(types, appends));
        List<AppendResult> results = new ArrayList<>(appends.size());
        List<EventCopy> standing = new ArrayList<>(appends.size());
        byte[] stamp = LeafBytes.stamp(begun.recordedAt());
        long next = begun.head() + 1;
        for (int index = 0; index < appends.size(); index++) {
            if (begun.outcomes()[index].equals(Outcomes.APPENDED)) {
                EventCopy copy = copies.get(index);
                List<StoredRow> rows = copy.stamped(next, begun.recordedAt(), stamp);
                next += rows.size();
                standing.add(copy);
                results.add(new AppendResult.Appended(rows));
            } else {
                results.add(Outcomes.notAppended(begun.outcomes()[index]));
            }
        }
        if (!standing.isEmpty()) {
            copy(connection, standing);
        }
        return results;
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Begun(long head, Instant recordedAt, String[] outcomes) {}

    private static Begun begin(Connection connection, byte[] commands) throws SQLException {
        try (PreparedStatement call = connection.prepareStatement(BEGIN)) {
            call.setObject(1, new BinaryValue(COMMANDS, commands));
            try (ResultSet answer = call.executeQuery()) {
                answer.next();
                return new Begun(
                        answer.getLong(1),
                        Columns.instant(answer, 2),
                        (String[]) answer.getArray(3).getArray());
            }
        }
    }

    private static void copy(Connection connection, List<EventCopy> rows) throws SQLException {
        BinaryWriter out =
                new BinaryWriter(
                        EventCopy.BEGINNING.length
                                + EventCopy.END.length
                                + rows.stream().mapToInt(EventCopy::length).sum());
        out.raw(EventCopy.BEGINNING);
        rows.forEach(each -> each.addTo(out));
        out.raw(EventCopy.END);
        CopyIn in = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(EventCopy.COPY);
        try {
            in.writeToCopy(out.bytes(), 0, out.length());
            in.endCopy();
        } catch (SQLException failed) {
            if (in.isActive() && !SqlErrors.isOfTheConnection(failed)) {
                in.cancelCopy();
            }
            throw failed;
        }
    }
}
