package org.refocusrecord.eventlog.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.eventlog.keys.Randomness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;

class KeepingTheSealKeyTest {

    private static final UUID LOG = UUID.fromString("0190b6b4-0000-4000-8000-000000000001");

    @TempDir Path folder;
    private Path file = Path.of("");

    @BeforeEach
    void place() {
        file = folder.resolve("seal.key");
    }

    @Test
    void the_first_start_makes_a_key_that_only_its_owner_may_read() throws IOException {
        SignerKey key = open(null, false);

        assertThat(key.verifier().name()).isEqualTo("refocus-record/" + LOG);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void the_next_start_finds_the_same_key() {
        String first = open(null, false).verifier().toString();

        assertThat(open(first, false).verifier()).hasToString(first);
    }

    @Test
    void a_lost_key_is_not_replaced_where_something_was_signed() {
        isUnusable("refocus-record/x+00000000+AA==", false, "put the file back");
        assertThat(file).doesNotExist();
    }

    @Test
    void a_lost_key_is_replaced_where_somebody_says_so() {
        String first = open(null, false).verifier().toString();
        assertThat(file.toFile().delete()).isTrue();

        SignerKey second = open(first, true);

        assertThat(second.verifier().toString()).isNotEqualTo(first);
        assertThat(second.verifier().name()).isEqualTo("refocus-record/" + LOG);
    }

    @Test
    void another_key_than_the_one_that_signed_is_refused_and_named() {
        String ours = open(null, false).verifier().toString();
        String other = SignerKey.of("refocus-record/" + LOG, new byte[32]).verifier().toString();

        isUnusable(other, false, ours, other);
        assertThat(open(other, true).verifier()).hasToString(ours);
    }

    @Test
    void the_key_of_another_log_is_refused_whatever_somebody_says() throws IOException {
        open(null, false);
        assertThatExceptionOfType(SealKeyUnusable.class)
                .isThrownBy(() ->
                        new SealKeyFile(file, Randomness.secure())
                                .open(UUID.randomUUID(), null, true))
                .withMessageContaining("another log");
    }

    @Test
    void a_key_that_others_may_touch_or_that_is_damaged_is_refused() throws IOException {
        String ours = open(null, false).verifier().toString();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        isUnusable(ours, false, "chmod 600");

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        String line = Files.readString(file);
        for (int i = 0; i < line.length() - 1; i++) {
            Files.writeString(
                    file,
                    line.substring(0, i) + (char) (line.charAt(i) ^ 1) + line.substring(i + 1));
            isUnusable(ours, false, file.toString());
        }
    }

    private SignerKey open(@Nullable String signedBy, boolean mayBeAnother) {
        return new SealKeyFile(file, Randomness.secure()).open(LOG, signedBy, mayBeAnother);
    }

    private void isUnusable(String signedBy, boolean mayBeAnother, String... why) {
        assertThatExceptionOfType(SealKeyUnusable.class)
                .isThrownBy(() -> open(signedBy, mayBeAnother))
                .satisfies(unusable -> assertThat(unusable.getMessage()).contains(why))
                .satisfies(unusable -> assertThat(unusable.getMessage()).doesNotContain("PRIVATE"));
    }
}
