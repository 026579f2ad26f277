package org.refocusrecord.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.app.data.DataFolder;
import org.refocusrecord.app.faults.KeptRecord.Ended;
import org.refocusrecord.app.postgres.DatabaseAccess;
import org.refocusrecord.app.postgres.EmbeddedDatabase;
import org.refocusrecord.app.postgres.MadeAlready;
import org.refocusrecord.app.postgres.Programs;
import org.refocusrecord.eventlog.keys.MasterKeyFile;
import org.refocusrecord.eventlog.keys.Randomness;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;

/** A start that cannot succeed says why, ends with 2, and leaves everything as it was. */
@Timeout(300)
class StartingBadlyTest {

    private static final Set<String> OF_THE_DATABASE = Set.of("database", "log", "programs");

    @TempDir private static Path folder;
    private static KeptRecord record;

    @BeforeAll
    static void make() throws Exception {
        record = KeptRecord.madeIn(MadeAlready.in(folder.resolve("data")));
    }

    @Test
    void on_a_port_that_somebody_has() throws Exception {
        FolderState before = FolderState.of(record.data());
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            refuses("Port %d is taken".formatted(other.getLocalPort()), other.getLocalPort());
        }
        assertThat(FolderState.of(record.data())).isEqualTo(before);
        record.startsUnharmed();
    }

    @Test
    void on_a_folder_of_a_later_version() throws Exception {
        Path format = record.data().resolve("format");
        String ours = Files.readString(format);
        Files.writeString(format, "refocus-record-data 2\n");
        FolderState before = FolderState.of(record.data());
        try {
            refuses("has format 2", 0);
            assertThat(FolderState.of(record.data())).isEqualTo(before);
        } finally {
            Files.writeString(format, ours);
        }
        record.startsUnharmed();
    }

    @Test
    void on_a_database_of_a_later_version() throws Exception {
        inTheDatabase("insert into refocus_log.data_format (format) values (2)");
        FolderState before = FolderState.without(OF_THE_DATABASE, record.data());
        try {
            refuses("has format 2", 0);
            assertThat(FolderState.without(OF_THE_DATABASE, record.data())).isEqualTo(before);
        } finally {
            inTheDatabase(
                    "alter table refocus_log.data_format disable trigger all",
                    "delete from refocus_log.data_format where format = 2",
                    "alter table refocus_log.data_format enable always trigger"
                            + " data_format_only_grows");
        }
        record.startsUnharmed();
    }

    @Test
    void without_the_master_key_or_with_another_one() throws Exception {
        Path key = DataFolder.at(record.data()).masterKey();
        Path away = folder.resolve("master.key");
        FolderState before = FolderState.without(OF_THE_DATABASE, record.data());
        Files.move(key, away);
        try {
            refuses("put the file back from its backup", 0);
            assertThat(key).doesNotExist();
            new MasterKeyFile(key, Randomness.secure()).open(false);
            refuses("is not the one that this record's keys", 0);
        } finally {
            Files.move(away, key, StandardCopyOption.REPLACE_EXISTING);
        }
        assertThat(FolderState.without(OF_THE_DATABASE, record.data())).isEqualTo(before);
        record.startsUnharmed();
    }

    private static void refuses(String because, int port) {
        Ended ended = KeptRecord.up(record.data(), port);
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.said()).contains(because).doesNotContain("\tat ");
        assertThat(record.data().resolve("database/postmaster.pid")).doesNotExist();
    }

    private static void inTheDatabase(String... statements) throws SQLException {
        DataFolder data = DataFolder.at(record.data());
        Programs programs = Programs.unpackedIn(data.programs());
        try (EmbeddedDatabase database = new EmbeddedDatabase(data, programs, progress -> {})) {
            DatabaseAccess access = database.start();
            try (Connection owner = access.as(access.owner()).getConnection();
                    Statement statement = owner.createStatement()) {
                for (String sql : List.of(statements)) {
                    statement.execute(sql);
                }
            }
        }
    }
}
