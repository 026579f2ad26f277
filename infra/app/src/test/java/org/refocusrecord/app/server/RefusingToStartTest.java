package org.refocusrecord.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.app.cli.Messages;
import org.refocusrecord.app.data.DataFolder;
import org.refocusrecord.app.data.Hindrance;
import org.refocusrecord.app.postgres.DatabaseAccess;
import org.refocusrecord.app.postgres.EmbeddedDatabase;
import org.refocusrecord.app.postgres.MadeAlready;
import org.refocusrecord.app.postgres.Programs;
import org.refocusrecord.eventlog.keys.MasterKey;
import org.refocusrecord.eventlog.keys.MasterKeyFile;
import org.refocusrecord.eventlog.keys.MasterKeyUnusable;
import org.refocusrecord.eventlog.keys.Randomness;
import org.refocusrecord.eventlog.keys.RecordKey;
import org.refocusrecord.eventlog.keys.RecordKeyName;
import org.refocusrecord.eventlog.seal.SignedNote;
import org.refocusrecord.eventlog.seal.VerifierKey;
import org.refocusrecord.eventlog.store.LogStore;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;

class RefusingToStartTest {

    @TempDir private Path data;

    @Test
    void a_port_of_somebody_else_is_named_before_anything_is_made() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> start(other.getLocalPort()))
                    .isInstanceOf(Hindrance.class)
                    .hasMessageContaining("Port %d is taken".formatted(other.getLocalPort()));
        }
        assertThat(DataFolder.at(data).database()).doesNotExist();
        assertThat(data.resolve("server.pid")).doesNotExist();
    }

    @Test
    void without_the_right_master_key_nothing_starts_and_nothing_is_harmed() throws IOException {
        MadeAlready.in(data);
        start(0);
        DataFolder folder = DataFolder.at(data);
        haveKeys(folder);
        Path kept = data.resolve("kept.key");
        Files.move(folder.masterKey(), kept);

        assertThatThrownBy(() -> start(0))
                .isInstanceOf(MasterKeyUnusable.class)
                .hasMessageContaining("put the file back from its backup");
        assertThat(folder.masterKey()).doesNotExist();
        assertThat(EmbeddedDatabase.isRunning(folder)).isFalse();

        MasterKey _ = new MasterKeyFile(folder.masterKey(), Randomness.secure()).open(false);
        assertThatThrownBy(() -> start(0))
                .isInstanceOf(Hindrance.class)
                .hasMessageContaining("is not the one that this record's keys");

        Files.delete(folder.masterKey());
        Files.move(kept, folder.masterKey());
        Files.setPosixFilePermissions(
                folder.masterKey(), PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> start(0)).hasMessageContaining("chmod 600");

        Files.setPosixFilePermissions(
                folder.masterKey(), PosixFilePermissions.fromString("rw-------"));
        assertThatCode(() -> start(0)).doesNotThrowAnyException();
    }

    @Test
    void a_lost_signing_key_is_replaced_only_where_somebody_says_so() throws Exception {
        MadeAlready.in(data);
        String first = keyOfACheckpoint(List.of());
        DataFolder folder = DataFolder.at(data);
        Path kept = data.resolve("kept.key");
        Files.move(folder.sealKey(), kept);

        assertThatThrownBy(() -> start(0))
                .satisfies(fault ->
                        assertThat(Messages.paragraph(fault))
                                .contains(first, "put the file back", "refocus.seal.new-key"));
        assertThat(folder.sealKey()).doesNotExist();

        String second = keyOfACheckpoint(List.of("--refocus.seal.new-key=true"));
        assertThat(second).isNotEqualTo(first);
        assertThat(keyOfACheckpoint(List.of())).isEqualTo(second);

        Files.move(kept, folder.sealKey(), StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> start(0))
                .satisfies(fault -> assertThat(Messages.paragraph(fault)).contains(first, second));
        assertThat(EmbeddedDatabase.isRunning(folder)).isFalse();
    }

    /** The key as everybody may have it, of a server that has signed something. */
    private String keyOfACheckpoint(List<String> settings) throws Exception {
        try (RefocusServer server =
                        new RefocusServer(new StartOrder(data, 0, null, settings), _ -> {});
                HttpClient http = HttpClient.newHttpClient()) {
            String integrity = server.start() + "/api/v1/integrity/";
            String note = text(http, integrity + "checkpoint");
            String key = text(http, integrity + "public-key").strip();
            assertThat(SignedNote.parse(note).by(VerifierKey.parse(key)))
                    .isEqualTo(SignedNote.Verdict.SIGNED);
            return key;
        }
    }

    private static String text(HttpClient http, String url) throws Exception {
        return http.send(
                        HttpRequest.newBuilder(URI.create(url)).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Test
    void a_setting_that_means_nothing_is_named() {
        Path made = MadeAlready.in(data);
        StartOrder order = new StartOrder(made, 0, null, List.of("--refocus.zone=Atlantis"));

        try (RefocusServer server = new RefocusServer(order, _ -> {})) {
            assertThatThrownBy(server::start)
                    .satisfies(fault ->
                            assertThat(Messages.paragraph(fault))
                                    .contains("A setting is wrong, refocus.zone", "Atlantis"));
        }
        assertThat(EmbeddedDatabase.isRunning(DataFolder.at(data))).isFalse();
    }

    /** As the first session would. */
    private static void haveKeys(DataFolder folder) {
        try (EmbeddedDatabase database =
                new EmbeddedDatabase(folder, Programs.unpackedIn(folder.programs()), _ -> {})) {
            DatabaseAccess access = database.start();
            MasterKey master =
                    new MasterKeyFile(folder.masterKey(), Randomness.secure()).open(true);
            RecordKeyName name = new RecordKeyName(new UUID(0, 1), "log/content", 0);
            byte[] wrapped = RecordKey.draw(Randomness.secure()).wrappedBy(master, name);
            new LogStore(access.as(access.appender())).keepOwnKey(name.id(), wrapped);
        }
    }

    private void start(int port) {
        try (RefocusServer server = new RefocusServer(StartOrder.embedded(data, port), _ -> {})) {
            server.start();
        }
    }
}
