package org.refocusrecord.app.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.refocusrecord.app.data.DataFolder;
import org.refocusrecord.app.postgres.DatabaseAccess;
import org.refocusrecord.app.postgres.EmbeddedDatabase;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * All keys that somebody finds who has the data folder and what is written in docs/stored-forms.md,
 * and nothing of the program's own code: the master key, and whatever opens with it.
 */
final class KeysOnDisk {

    private static final int ID = 8;

    private final List<byte[]> keys = new ArrayList<>();
    private final List<byte[]> wrapped = new ArrayList<>();

    private KeysOnDisk() {}

    /** Of the folder of a server that runs. */
    static KeysOnDisk in(Path data) throws IOException, SQLException {
        KeysOnDisk found = new KeysOnDisk();
        for (String line : Files.readAllLines(data.resolve("keys/master.key"))) {
            found.keys.add(HexFormat.of().parseHex(line.substring(line.lastIndexOf(' ') + 1)));
        }
        try (Connection connection =
                        DatabaseAccess.owner(EmbeddedDatabase.ownerUrl(DataFolder.existing(data)))
                                .getConnection();
                Statement statement = connection.createStatement()) {
            Map<UUID, byte[]> recordKeys = found.recordKeys(statement);
            found.dataKeys(statement, recordKeys);
        }
        return found;
    }

    private Map<UUID, byte[]> recordKeys(Statement statement) throws SQLException {
        Map<UUID, byte[]> opened = new HashMap<>();
        byte[] master = keys.getFirst();
        try (ResultSet row =
                statement.executeQuery(
                        "select id, stream, generation, wrapped from refocus_keys.record_key where"
                                + " wrapped is not null")) {
            while (row.next()) {
                byte[] sealed = row.getBytes(4);
                wrapped.add(sealed);
                String name =
                        "record-key/%s#%s#%d"
                                .formatted(row.getString(1), row.getString(2), row.getInt(3));
                byte[] key =
                        open(master, Arrays.copyOfRange(sealed, ID, sealed.length), name)
                                .orElseThrow();
                opened.put(row.getObject(1, UUID.class), key);
                keys.add(key);
            }
        }
        return opened;
    }

    private void dataKeys(Statement statement, Map<UUID, byte[]> recordKeys) throws SQLException {
        try (ResultSet row =
                statement.executeQuery(
                        "select event_id, record_key_id, wrapped from refocus_keys.data_key where"
                                + " wrapped is not null")) {
            while (row.next()) {
                wrapped.add(row.getBytes(3));
                byte[] recordKey = recordKeys.get(row.getObject(2, UUID.class));
                if (recordKey != null) {
                    keys.add(
                            open(recordKey, row.getBytes(3), "data-key/" + row.getString(1))
                                    .orElseThrow());
                }
            }
        }
    }

    /** How many there are. */
    int size() {
        return keys.size();
    }

    /** Wrapped keys as they lie in the tables. */
    List<byte[]> wrapped() {
        return wrapped;
    }

    /** What a text says, if any of the keys opens it. */
    Optional<String> tried(byte[] sealed, String place) {
        return keys.stream()
                .flatMap(key -> open(key, sealed, place).stream())
                .map(salted -> new String(salted, 16, salted.length - 16, UTF_8))
                .findFirst();
    }

    private static Optional<byte[]> open(byte[] key, byte[] sealed, String associated) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(key, "AES"),
                    new GCMParameterSpec(128, sealed, 0, 12));
            cipher.updateAAD(associated.getBytes(UTF_8));
            return Optional.of(cipher.doFinal(sealed, 12, sealed.length - 12));
        } catch (AEADBadTagException another) {
            return Optional.empty();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
