package org.refocusrecord.command.door.inbox;

import org.refocusrecord.eventlog.store.LogTransactions;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Of which streams some session waits, and which of them have moved. */
final class WaitingStreams {

    // Of what came since, which streams somebody waits for; by position, so that nothing is looked
    // at twice.
    private static final String MOVED =
            """
            select distinct e.stream from refocus_log.event e
             where e.position > ? and e.position <= ?
               and exists (select from refocus_inbox.waiting w where w.stream = e.stream)
            """;
    private static final String DUE =
            """
            select w.stream from (
                select stream, min(tried_position) as tried, min(until) as until
                  from refocus_inbox.waiting where %s group by stream) w
             where w.until <= clock_timestamp()
                or (select e.position from refocus_log.event e where e.stream = w.stream
                     order by e.sequence desc limit 1) > w.tried
            """;
    private static final String DUE_OF_ALL = DUE.formatted("true");
    private static final String DUE_OF_SOME = DUE.formatted("stream = any (?)");
    private static final String ALL = "select distinct stream from refocus_inbox.waiting";

    private final LogTransactions transactions;

    WaitingStreams(LogTransactions transactions) {
        this.transactions = transactions;
    }

    /** Streams that somebody waits for and that have moved between two positions. */
    List<String> moved(long after, long to) {
        return streams(
                MOVED,
                query -> {
                    query.setLong(1, after);
                    query.setLong(2, to);
                });
    }

    /**
     * Streams that have moved since they were last tried, or of which some session has waited long
     * enough.
     */
    List<String> due() {
        return streams(DUE_OF_ALL, query -> {});
    }

    /** Of these, those that are due. */
    Set<String> due(Set<String> some) {
        return new LinkedHashSet<>(
                streams(
                        DUE_OF_SOME,
                        query ->
                                query.setArray(
                                        1,
                                        query.getConnection()
                                                .createArrayOf("text", some.toArray()))));
    }

    /** All streams that somebody waits for. */
    List<String> all() {
        return streams(ALL, query -> {});
    }

    private interface Asking {
        void of(PreparedStatement query) throws SQLException;
    }

    private List<String> streams(String question, Asking asking) {
        return transactions.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(question)) {
                asking.of(query);
                List<String> streams = new ArrayList<>();
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        streams.add(Objects.requireNonNull(row.getString(1)));
                    }
                }
                return streams;
            }
        });
    }
}
