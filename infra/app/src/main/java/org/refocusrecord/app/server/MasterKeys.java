package org.refocusrecord.app.server;

import org.refocusrecord.app.data.DataFolder;
import org.refocusrecord.app.data.Hindrance;
import org.refocusrecord.eventlog.keys.MasterKey;
import org.refocusrecord.eventlog.keys.MasterKeyFile;
import org.refocusrecord.eventlog.keys.MasterKeyUnusable;
import org.refocusrecord.eventlog.keys.Randomness;
import org.refocusrecord.eventlog.keys.RecordKey;
import org.refocusrecord.eventlog.keys.RecordKeyName;
import org.refocusrecord.eventlog.keys.SealBroken;
import org.refocusrecord.eventlog.store.MasterKeyRows;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import javax.sql.DataSource;

/** The master key of a data folder; never a new one where an old one has been at work. */
final class MasterKeys {

    private static final String TABLE = "select to_regclass('refocus_keys.record_key') is not null";
    private static final String SAYS = "select to_regclass('refocus_keys.master_key') is not null";
    private static final String ANY = "select exists (select from refocus_keys.record_key)";
    private static final String WRAPPED =
            "select id, stream, generation, wrapped from refocus_keys.record_key"
                    + " where wrapped is not null limit 1";

    private MasterKeys() {}

    /** Opens the key, and one of the record's keys with it: a wrong one must not wrap new keys. */
    static MasterKey open(DataFolder folder, DataSource owner) {
        MasterKeyFile file = new MasterKeyFile(folder.masterKey(), Randomness.secure());
        try (Connection connection = owner.getConnection()) {
            boolean hasTable = isTrue(connection, TABLE);
            requireWanted(folder, file, owner);
            MasterKey key = file.open(hasTable && isTrue(connection, ANY), () -> wanted(owner));
            if (hasTable) {
                requireRight(folder, connection, key);
            }
            return key;
        } catch (SQLException refused) {
            throw new Hindrance(
                    "The database does not say which keys it has (SQL state %s)."
                            .formatted(refused.getSQLState()),
                    refused);
        }
    }

    /** The file must hold the key that the log wants, be it not alone. */
    private static void requireWanted(DataFolder folder, MasterKeyFile file, DataSource owner) {
        Optional<String> wanted = wanted(owner);
        if (wanted.isPresent()
                && Files.exists(folder.masterKey())
                && !file.ids().contains(wanted.get())) {
            throw new Hindrance(notTheRightOne(folder));
        }
    }

    private static String notTheRightOne(DataFolder folder) {
        return "The master key in %s is not the one that this record's keys were wrapped with: put the file back from its backup."
                .formatted(folder.masterKey());
    }

    /** Which key wraps what is new; asked again whenever that may have changed. */
    private static Optional<String> wanted(DataSource owner) {
        try (Connection connection = owner.getConnection()) {
            return isTrue(connection, SAYS) ? new MasterKeyRows(owner).current() : Optional.empty();
        } catch (SQLException refused) {
            throw new Hindrance(
                    "The database does not say which master key it wants (SQL state %s)."
                            .formatted(refused.getSQLState()),
                    refused);
        }
    }

    /** The log is told which key wraps what is new, where it does not say. */
    static void settle(MasterKey key, DataSource owner) {
        MasterKeyRows rows = new MasterKeyRows(owner);
        if (rows.current().isEmpty()) {
            rows.use(key.id());
        }
    }

    private static void requireRight(DataFolder folder, Connection connection, MasterKey key)
            throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(WRAPPED)) {
            if (row.next()) {
                RecordKey.unwrap(row.getBytes(4), key, name(row));
            }
        } catch (SealBroken | MasterKeyUnusable other) {
            throw new Hindrance(notTheRightOne(folder), other);
        }
    }

    private static RecordKeyName name(ResultSet row) throws SQLException {
        return new RecordKeyName(
                row.getObject(1, UUID.class),
                Objects.requireNonNull(row.getString(2)),
                row.getInt(3));
    }

    private static boolean isTrue(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getBoolean(1);
        }
    }
}
