package org.refocusrecord.eventlog.seal;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.seal.AuditedRow.Leaf;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Each command has one content MAC, beside its first event: by it a repeat is known, and by it the
 * log finds which events a command has. No leaf has it in it, so nothing else in an audit sees it.
 */
final class AuditedCommands {

    private static final String TWICE =
            """
            select position from (
                select position, row_number() over (partition by command_id order by position) as nth
                  from refocus_log.event where content_mac is not null and position <= ?) e
             where nth > 1 order by position limit 1
            """;

    private @Nullable UUID before;

    /** The next event of the log is the first of its command and has a MAC, or neither. */
    void check(Leaf leaf) {
        boolean isFirst = !leaf.commandId().equals(before);
        if (isFirst && !leaf.hasMac()) {
            throw leaf.misfit("it is the first event of its command, and has no content MAC");
        }
        if (!isFirst && leaf.hasMac()) {
            throw leaf.misfit("it is not the first event of its command, and has a content MAC");
        }
        before = leaf.commandId();
    }

    /** No command was recorded a second time, somewhere further on. */
    static void requireOnce(Connection connection, long head) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(TWICE)) {
            query.setLong(1, head);
            try (ResultSet row = query.executeQuery()) {
                if (row.next()) {
                    throw new DoesNotFit(
                            row.getLong(1), "its command was recorded before, with a content MAC");
                }
            }
        }
    }
}
