package org.refocusrecord.eventlog.store;

import org.refocusrecord.eventlog.json.TimeText;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

import javax.sql.DataSource;

/**
 * The event log in PostgreSQL. Positions are gapless and given in commit order, so a reader needs
 * no more than "after N". Every call is one transaction of its own on one connection of the data
 * source, and throws {@link LogNotReachable} or {@link LogFault}.
 */
public final class LogStore {
    private static final String HEAD =
            "select position, recorded_at from refocus_log.event order by position desc limit 1";
    private static final String POSITION_AFTER =
            "select position from refocus_log.event where position > ? order by position limit 1";
    private static final String MISSING =
            """
            select p.position from unnest(?) as p (position)
             where not exists (select from refocus_log.event e where e.position = p.position)
               and exists (select from refocus_log.event e where e.position > p.position)
            """;
    private static final String NEXT_SEQUENCE =
            "select sequence + 1 from refocus_log.event where stream = ? order by sequence desc"
                    + " limit 1";
    private static final String IDENTITY =
            "select log_id, created_at from refocus_log.log_identity";
    private static final String KNOWN_AT = "select refocus_log.known_at(cast(? as timestamptz))";
    private static final String WAIT =
            "select pg_advisory_xact_lock_shared(refocus_log.append_lock())";

    private static final int MOST_WAITING = 1_000;

    private final LogConnections connections;
    private final GroupCommit appends;

    public LogStore(DataSource dataSource) {
        this(dataSource, MOST_WAITING);
    }

    /** A log before which at most so many appends of this node wait. */
    public LogStore(DataSource dataSource, int mostWaiting) {
        this.connections = new LogConnections(dataSource);
        this.appends = new GroupCommit(connections, mostWaiting);
    }

    /**
     * Records one command's events, whole or not at all; on the disk when it answers {@code
     * Appended}. Appends that come at once share one transaction.
     *
     * @throws LogBusy when more wait than may
     */
    public AppendResult append(Append append) {
        return appends.append(append);
    }

    /** The states that were kept beside the log. */
    public SnapshotRows snapshots() {
        return new SnapshotRows(connections);
    }

    /** How many appends of this node wait for their turn to be written. */
    public int waiting() {
        return appends.waiting();
    }

    /** Events of a stream after a sequence (-1: from its beginning), in order. */
    public List<StoredRow> events(String stream, long afterSequence, int limit) {
        return connections.ask(
                connection -> EventRows.ofStream(connection, stream, afterSequence, limit));
    }

    /** All events of some streams, stream after stream by their ids, each in order. */
    public List<StoredRow> events(Collection<String> streams) {
        return connections.ask(connection -> EventRows.ofStreams(connection, streams));
    }

    /** Events of the whole log after a position (0: from its beginning), in order. */
    public List<StoredRow> page(long afterPosition, int limit) {
        return rawPage(afterPosition, limit).stream().map(RawRow::row).toList();
    }

    /** The same, to be taken apart by whoever has the time. */
    public List<RawRow> rawPage(long afterPosition, int limit) {
        return connections.ask(connection -> PageCopy.rows(connection, afterPosition, limit));
    }

    /** The same for whoever wants the events alone. */
    public List<RawEvent> eventPage(long afterPosition, int limit) {
        return connections.ask(connection -> PageCopy.events(connection, afterPosition, limit));
    }

    /**
     * Events up to a position, stream by stream in the order of their ids: those of one stream
     * after a sequence (-1: from its beginning), and of the streams behind it. Each stream's are in
     * order.
     */
    public List<RawEvent> streamPage(String stream, long afterSequence, long to, int limit) {
        return connections.ask(
                connection -> PageCopy.ofStreams(connection, stream, afterSequence, to, limit));
    }

    /**
     * The position of the next event behind one, however far it is; empty at the end of the log.
     */
    public OptionalLong positionAfter(long position) {
        return connections.ask(connection -> {
            try (PreparedStatement query = connection.prepareStatement(POSITION_AFTER)) {
                query.setLong(1, position);
                try (ResultSet row = query.executeQuery()) {
                    return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
                }
            }
        });
    }

    /** At which of these positions there is no event, though there are others behind it. */
    public Set<Long> missing(Collection<Long> positions) {
        return connections.ask(connection -> {
            try (PreparedStatement query = connection.prepareStatement(MISSING)) {
                query.setArray(1, connection.createArrayOf("bigint", positions.toArray()));
                Set<Long> missing = new HashSet<>();
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        missing.add(row.getLong(1));
                    }
                }
                return missing;
            }
        });
    }

    public Optional<StoredRow> event(UUID eventId) {
        return connections.ask(connection -> EventRows.ofId(connection, eventId)).stream()
                .findFirst();
    }

    /** The events of a command, in order; empty where the log has none. */
    public List<StoredRow> command(UUID commandId) {
        return connections.ask(connection -> EventRows.ofCommand(connection, commandId));
    }

    /**
     * The same, once every append that holds the lock or waits for it has ended. For an append
     * whose connection was lost: its backend may have gone on, and commit after a plain look had
     * found nothing.
     */
    public List<StoredRow> commandUnderLock(UUID commandId) {
        return connections.ask(connection -> {
            try (PreparedStatement wait = connection.prepareStatement(WAIT)) {
                wait.execute();
            }
            return EventRows.ofCommand(connection, commandId);
        });
    }

    /**
     * Ids of streams that begin with a prefix ({@code case/}), in order, after one of them (the
     * prefix itself: from the first).
     */
    public List<String> streams(String prefix, String after, int limit) {
        return connections.ask(connection -> EventRows.streams(connection, prefix, after, limit));
    }

    /** How many events a stream has, which is the sequence of its next one. */
    public long nextSequence(String stream) {
        return connections.ask(connection -> {
            try (PreparedStatement query = connection.prepareStatement(NEXT_SEQUENCE)) {
                query.setString(1, stream);
                try (ResultSet row = query.executeQuery()) {
                    return row.next() ? row.getLong(1) : 0L;
                }
            }
        });
    }

    public Head head() {
        return connections.ask(connection -> {
            try (PreparedStatement query = connection.prepareStatement(HEAD);
                    ResultSet row = query.executeQuery()) {
                return row.next()
                        ? new Head(row.getLong(1), Columns.instant(row, 2))
                        : new Head(0, null);
            }
        });
    }

    /**
     * The last position known at a moment, and for good: no event will ever be recorded at or
     * before it. Empty for a moment that the log's clock has not yet passed.
     */
    public OptionalLong knownAt(Instant moment) {
        return connections.ask(connection -> {
            try (PreparedStatement query = connection.prepareStatement(KNOWN_AT)) {
                query.setString(1, TimeText.of(moment.truncatedTo(ChronoUnit.MICROS)));
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    long position = row.getLong(1);
                    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(position);
                }
            }
        });
    }

    public LogIdentity identity() {
        return connections.ask(connection -> {
            try (PreparedStatement query = connection.prepareStatement(IDENTITY);
                    ResultSet row = query.executeQuery()) {
                row.next();
                return new LogIdentity(Columns.uuid(row, 1), Columns.instant(row, 2));
            }
        });
    }

    /** Keeps a key as the log's own where there is none yet; whoever was first wins. */
    public void keepOwnKey(UUID id, byte[] wrapped) {
        connections.ask(connection -> KeyRows.keepOwn(connection, id, wrapped));
    }

    /** All record keys that a stream ever had, destroyed ones too, by generation. */
    public List<RecordKeyRow> recordKeys(String stream) {
        return connections.ask(connection -> KeyRows.ofStream(connection, stream));
    }

    public List<RecordKeyRow> recordKeys(Collection<UUID> ids) {
        return connections.ask(connection -> KeyRows.ofIds(connection, ids));
    }

    /**
     * The data keys of events with the record keys over them, in no order; events without words
     * have none.
     */
    public List<DataKeyRow> dataKeys(Collection<UUID> eventIds) {
        return connections.ask(connection -> KeyRows.dataKeys(connection, eventIds));
    }
}
