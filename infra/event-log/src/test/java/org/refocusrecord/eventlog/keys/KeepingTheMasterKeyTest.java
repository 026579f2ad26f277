package org.refocusrecord.eventlog.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

class KeepingTheMasterKeyTest {

    @TempDir Path folder;

    private Path file;

    @BeforeEach
    void place() {
        file = folder.resolve("master.key");
    }

    @Test
    void the_first_start_makes_a_key_that_only_its_owner_may_read() throws IOException {
        open(false);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void the_next_start_finds_the_same_key() {
        assertThat(open(false).id()).isEqualTo(open(true).id());
    }

    @Test
    void a_missing_key_is_not_replaced_while_keys_exist_that_it_wrapped() {
        assertUnusable(true, "put the file back");
        assertThat(file).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rwxrwxrwx"})
    void a_key_that_others_may_touch_is_refused(String rights) throws IOException {
        open(false);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
        assertUnusable(true, "chmod 600");
    }

    @Test
    void a_key_that_its_owner_may_only_read_is_used() throws IOException {
        open(false);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        open(true);
    }

    @Test
    void a_damaged_key_is_refused_and_left_as_it_is() throws IOException {
        open(false);
        String line = Files.readString(file);
        for (int i = 0; i < line.length(); i++) {
            String damaged =
                    line.substring(0, i) + (char) (line.charAt(i) ^ 1) + line.substring(i + 1);
            Files.writeString(file, damaged);
            assertUnusable(true, "damaged");
            assertThat(file).hasContent(damaged);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "refocus-record-master-key-1 ",
                "refocus-record-master-key-2 00 00\n"
            })
    void an_empty_or_foreign_file_is_refused(String content) throws IOException {
        open(false);
        Files.writeString(file, content);
        assertUnusable(false, "damaged");
    }

    @Test
    void no_message_shows_the_key() throws IOException {
        open(false);
        String line = Files.readString(file);
        Files.writeString(file, line + line);
        assertThatExceptionOfType(MasterKeyUnusable.class)
                .isThrownBy(() -> open(true))
                .withMessageNotContaining(line.substring(line.lastIndexOf(' ') + 1).trim());
    }

    @Test
    void of_many_first_starts_at_once_all_hold_one_key() throws Exception {
        List<Callable<String>> starts = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            starts.add(() -> open(false).id());
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            List<String> ids = new ArrayList<>();
            for (Future<String> start : threads.invokeAll(starts)) {
                ids.add(start.get());
            }
            assertThat(ids).containsOnly(open(true).id());
        }
    }

    @Test
    void a_folder_that_is_not_there_is_said_to_be_so() {
        file = folder.resolve("nowhere").resolve("master.key");
        assertUnusable(false, "cannot be read or made");
    }

    private MasterKey open(boolean keysExist) {
        return new MasterKeyFile(file, Randomness.secure()).open(keysExist);
    }

    private void assertUnusable(boolean keysExist, String why) {
        assertThatExceptionOfType(MasterKeyUnusable.class)
                .isThrownBy(() -> open(keysExist))
                .withMessageContaining(why)
                .withMessageContaining(file.toString());
    }
}
