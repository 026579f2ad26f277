package org.refocusrecord.eventlog.store;

import static org.refocusrecord.eventlog.store.Columns.bytes;
import static org.refocusrecord.eventlog.store.Columns.text;
import static org.refocusrecord.eventlog.store.Columns.uuid;

import org.jspecify.annotations.Nullable;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.sql.DataSource;

/**
 * Which master key wraps the record keys, as the owner of the tables sees and changes it. No event
 * is touched.
 */
public final class MasterKeyRows {

    private static final String LOCK = "select pg_try_advisory_lock(5932110740627236)";
    private static final String CURRENT = "select id from refocus_keys.master_key";
    private static final String USE = "select refocus_keys.use_master_key(?)";
    private static final String WRAPPED_BY_OTHERS =
            """
            select id, stream, generation, wrapped from refocus_keys.record_key
             where id > ? and wrapped is not null and substr(wrapped, 1, 8) <> ?
             order by id limit ?
            """;
    private static final String WRAP_ANEW = "select refocus_keys.wrap_anew(?, ?, ?)";
    private static final UUID FIRST = new UUID(0, 0);

    private final LogConnections connections;

    /** As the owner. */
    public MasterKeyRows(DataSource owner) {
        this.connections = new LogConnections(owner);
    }

    /**
     * Does something while nobody else does, on whatever node.
     *
     * @return whether it was done; else somebody else is at it
     */
    public boolean alone(Runnable work) {
        return connections.ask(connection -> {
            try (PreparedStatement lock = connection.prepareStatement(LOCK);
                    ResultSet row = lock.executeQuery()) {
                row.next();
                if (!row.getBoolean(1)) {
                    return false;
                }
            }
            // The connection is closed afterwards, and the lock goes with it.
            work.run();
            return true;
        });
    }

    /** The id of the master key that wraps what is new; empty before the first start. */
    public Optional<String> current() {
        return connections.ask(connection -> {
            try (PreparedStatement query = connection.prepareStatement(CURRENT);
                    ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(HexFormat.of().formatHex(bytes(row, 1)))
                        : Optional.empty();
            }
        });
    }

    /** From now on only this one wraps what is new. */
    public void use(String id) {
        connections.ask(connection -> {
            try (PreparedStatement use = connection.prepareStatement(USE)) {
                use.setBytes(1, HexFormat.of().parseHex(id));
                return use.execute();
            }
        });
    }

    /**
     * Some of the living record keys that other master keys have wrapped, after an id, in order.
     */
    public List<RecordKeyRow> wrappedByOthers(String id, @Nullable UUID after, int limit) {
        return connections.ask(connection -> {
            try (PreparedStatement query = connection.prepareStatement(WRAPPED_BY_OTHERS)) {
                query.setObject(1, after == null ? FIRST : after);
                query.setBytes(2, HexFormat.of().parseHex(id));
                query.setInt(3, limit);
                List<RecordKeyRow> rows = new ArrayList<>();
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        rows.add(
                                new RecordKeyRow(
                                        uuid(row, 1),
                                        text(row, 2),
                                        row.getInt(3),
                                        bytes(row, 4),
                                        null));
                    }
                }
                return rows;
            }
        });
    }

    /** Wraps record keys anew, but for those that were destroyed meanwhile; says how many. */
    public long wrapAnew(List<RecordKeyRow> rows, List<byte[]> wrapped) {
        return connections.ask(connection -> {
            try (PreparedStatement wrap = connection.prepareStatement(WRAP_ANEW)) {
                wrap.setArray(
                        1,
                        connection.createArrayOf(
                                "uuid", rows.stream().map(RecordKeyRow::id).toArray()));
                wrap.setArray(
                        2,
                        connection.createArrayOf(
                                "bytea",
                                rows.stream().map(RecordKeyRow::wrapped).toArray(byte[][]::new)));
                wrap.setArray(3, connection.createArrayOf("bytea", wrapped.toArray(byte[][]::new)));
                try (ResultSet count = wrap.executeQuery()) {
                    count.next();
                    return count.getLong(1);
                }
            }
        });
    }
}
