package org.refocusrecord.app.server;

import org.refocusrecord.app.data.DataFolder;
import org.refocusrecord.app.data.Hindrance;
import org.refocusrecord.eventlog.keys.MasterKey;
import org.refocusrecord.eventlog.keys.MasterKeyFile;
import org.refocusrecord.eventlog.keys.Randomness;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

/** The master key of a data folder; never a new one where an old one has been at work. */
final class MasterKeys {

    private static final String TABLE = "select to_regclass('refocus_keys.record_key') is not null";
    private static final String ANY = "select exists (select from refocus_keys.record_key)";

    private MasterKeys() {}

    static MasterKey open(DataFolder folder, DataSource owner) {
        boolean keysExist;
        try (Connection connection = owner.getConnection()) {
            keysExist = isTrue(connection, TABLE) && isTrue(connection, ANY);
        } catch (SQLException refused) {
            throw new Hindrance(
                    "The database does not say which keys it has (SQL state %s)."
                            .formatted(refused.getSQLState()),
                    refused);
        }
        return new MasterKeyFile(folder.masterKey(), Randomness.secure()).open(keysExist);
    }

    private static boolean isTrue(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getBoolean(1);
        }
    }
}
