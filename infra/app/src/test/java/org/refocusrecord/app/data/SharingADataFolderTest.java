package org.refocusrecord.app.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;

class SharingADataFolderTest {

    @TempDir private Path temporary;
    private DataFolder folder = DataFolder.at(Path.of("nowhere"));

    @BeforeEach
    void prepare() {
        folder = DataFolder.at(temporary);
        folder.prepare();
    }

    @Test
    void only_one_may_have_the_lock() {
        try (ServerLock _ = ServerLock.take(folder).orElseThrow()) {
            assertThat(ServerLock.take(folder)).isEmpty();
        }
        ServerLock.take(folder).orElseThrow().close();
    }

    @Test
    void a_server_is_known_by_its_note() {
        ServerNote.ofThisProcess("http://127.0.0.1:1", null).write(folder);

        assertThat(ServerNote.in(folder).orElseThrow().url()).isEqualTo("http://127.0.0.1:1");
        assertThat(ServerNote.in(folder).flatMap(ServerNote::process))
                .contains(ProcessHandle.current());
    }

    @Test
    void a_number_that_another_process_has_by_now_is_not_believed() {
        new ServerNote(ProcessHandle.current().pid(), Instant.EPOCH, null, null).write(folder);

        assertThat(ServerNote.in(folder).flatMap(ServerNote::process)).isEmpty();
    }

    @Test
    void a_note_that_cannot_be_read_says_nothing() throws IOException {
        Files.writeString(temporary.resolve("server.pid"), "pid=what\nsince=ever\n");

        assertThat(ServerNote.in(folder)).isEmpty();
    }

    @Test
    void a_port_stays_the_same_while_it_is_free() throws IOException {
        Ports ports = new Ports(folder);
        int first = ports.free("database");

        assertThat(ports.free("database")).isEqualTo(first);
        try (ServerSocket _ = new ServerSocket(first, 1, InetAddress.getLoopbackAddress())) {
            int second = ports.free("database");
            assertThat(second).isNotEqualTo(first);
            assertThat(ports.kept("database")).hasValue(second);
        }
    }

    @Test
    void passwords_are_drawn_once_and_kept_for_the_owner_alone() throws IOException {
        String drawn = new Passwords(folder).of("somebody");

        assertThat(drawn).hasSize(48);
        assertThat(new Passwords(folder).of("somebody")).isEqualTo(drawn);
        assertThat(new Passwords(folder).of("somebody_else")).isNotEqualTo(drawn);
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(
                                        folder.keys().resolve("database-passwords.properties"))))
                .isEqualTo("rw-------");
    }
}
