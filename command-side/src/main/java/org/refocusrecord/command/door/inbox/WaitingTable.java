package org.refocusrecord.command.door.inbox;

import org.refocusrecord.eventlog.Safekeeping;
import org.refocusrecord.eventlog.Safekeeping.Sealed;
import org.refocusrecord.eventlog.store.LogTransactions;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The table of sessions that wait for what they name. */
final class WaitingTable {

    /**
     * In the place of a position: to be tried again now and then, whether its case moves or not.
     */
    static final long WHATEVER_COMES = -1;

    private static final String KEEP =
            """
            with kept as (
                insert into refocus_inbox.waiting
                    (id, topic, part, at_offset, sent_at, stream, sealed, until, tried_position)
                values (?, ?, ?, ?, ?, ?, ?, clock_timestamp() + ? * interval '1 millisecond', ?)
                on conflict on constraint waiting_taken do nothing
                returning id)
            insert into refocus_inbox.waiting_key (id, wrapped) select id, ? from kept
            """;
    private static final String OF_STREAM =
            "select id from refocus_inbox.waiting where stream = ? order by kept_at, id";
    private static final String ONE =
            """
            select w.topic, w.part, w.at_offset, w.sent_at, w.sealed, k.wrapped,
                   w.until <= clock_timestamp()
              from refocus_inbox.waiting w join refocus_inbox.waiting_key k using (id)
             where w.id = ?
            """;
    private static final String TRIED =
            "update refocus_inbox.waiting set tried_position = ? where id = ?";
    private static final String GONE = "delete from refocus_inbox.waiting where id = ?";
    private static final String COUNT = "select count(*) from refocus_inbox.waiting";

    private final LogTransactions transactions;
    private final Safekeeping safekeeping;
    private final Supplier<UUID> ids;

    WaitingTable(LogTransactions transactions, Safekeeping safekeeping, Supplier<UUID> ids) {
        this.transactions = transactions;
        this.safekeeping = safekeeping;
        this.ids = ids;
    }

    /**
     * A session that waits.
     *
     * @param isOver whether it has waited for long enough
     */
    record Waiting(UUID id, SentRecord sent, boolean isOver) {}

    /** A record that nobody can read who has no more than the table. */
    record SealedRecord(UUID id, SentRecord sent, Sealed sealed) {}

    /** Seals a record, so that it can be kept. */
    SealedRecord seal(SentRecord sent) {
        UUID id = ids.get();
        return new SealedRecord(id, sent, safekeeping.seal(WaitingForm.bytes(sent), name(id)));
    }

    /**
     * Keeps a record, once, however often it comes.
     *
     * @param tried how far the log had come before it was tried, or {@link #WHATEVER_COMES}
     */
    void keep(SealedRecord kept, String stream, long tried, Duration waits) {
        SentRecord sent = kept.sent();
        write(
                KEEP,
                keep -> {
                    keep.setObject(1, kept.id());
                    keep.setString(2, sent.topic());
                    keep.setInt(3, sent.partition());
                    keep.setLong(4, sent.offset());
                    keep.setTimestamp(
                            5,
                            Timestamp.from(
                                    Objects.requireNonNullElse(sent.sentAt(), Instant.EPOCH)));
                    keep.setString(6, stream);
                    keep.setBytes(7, kept.sealed().sealed());
                    keep.setLong(8, waits.toMillis());
                    keep.setLong(9, tried);
                    keep.setBytes(10, kept.sealed().wrapped());
                });
    }

    /** The ids of those that wait for a stream, in the order in which they came. */
    List<UUID> of(String stream) {
        return transactions.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(OF_STREAM)) {
                query.setString(1, stream);
                List<UUID> ids = new ArrayList<>();
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        ids.add(Objects.requireNonNull(row.getObject(1, UUID.class)));
                    }
                }
                return ids;
            }
        });
    }

    /** One that waits; empty where it does not any more. */
    Optional<Waiting> one(UUID id) {
        return transactions.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(ONE)) {
                query.setObject(1, id);
                try (ResultSet row = query.executeQuery()) {
                    return row.next() ? Optional.of(waiting(id, row)) : Optional.empty();
                }
            }
        });
    }

    private Waiting waiting(UUID id, ResultSet row) throws SQLException {
        Sealed sealed =
                new Sealed(
                        Objects.requireNonNull(row.getBytes(6)),
                        Objects.requireNonNull(row.getBytes(5)));
        WaitingForm.Contents contents = WaitingForm.read(safekeeping.open(sealed, name(id)));
        Instant sentAt = Objects.requireNonNull(row.getTimestamp(4)).toInstant();
        return new Waiting(
                id,
                new SentRecord(
                        Objects.requireNonNull(row.getString(1)),
                        row.getInt(2),
                        row.getLong(3),
                        sentAt.equals(Instant.EPOCH) ? null : sentAt,
                        contents.key(),
                        contents.value(),
                        contents.headers()),
                row.getBoolean(7));
    }

    /** That it was tried in vain, when the log had come so far. */
    void tried(UUID id, long position) {
        write(
                TRIED,
                statement -> {
                    statement.setLong(1, position);
                    statement.setObject(2, id);
                });
    }

    /** That it waits no more. */
    void takeAway(UUID id) {
        write(GONE, statement -> statement.setObject(1, id));
    }

    /** How many wait. */
    long count() {
        return transactions.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(COUNT);
                    ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    @FunctionalInterface
    private interface Setting {
        void on(PreparedStatement statement) throws SQLException;
    }

    private int write(String sql, Setting parameters) {
        return transactions.write(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                parameters.on(statement);
                return statement.executeUpdate();
            }
        });
    }

    private static String name(UUID id) {
        return "waiting/" + id;
    }
}
