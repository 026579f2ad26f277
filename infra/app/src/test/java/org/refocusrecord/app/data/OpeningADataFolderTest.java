package org.refocusrecord.app.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

class OpeningADataFolderTest {

    @TempDir private Path temporary;

    @Test
    void looking_at_a_folder_that_is_not_there_makes_nothing() {
        DataFolder folder = DataFolder.at(temporary.resolve("data"));

        assertThat(folder.exists()).isFalse();
        assertThat(temporary.resolve("data")).doesNotExist();
    }

    @Test
    void a_new_folder_is_its_owners_alone() throws IOException {
        DataFolder folder = DataFolder.at(temporary.resolve("some/where/data"));
        folder.prepare();

        assertThat(folder.exists()).isTrue();
        assertThat(permissions(folder.path())).isEqualTo("rwx------");
        assertThat(permissions(folder.keys())).isEqualTo("rwx------");
        assertThat(permissions(folder.log())).isEqualTo("rwx------");
    }

    @Test
    void a_folder_that_others_could_open_is_shut() throws IOException {
        Path open = Files.createDirectory(temporary.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));

        DataFolder.at(open).prepare();

        assertThat(permissions(open)).isEqualTo("rwx------");
    }

    @Test
    void a_folder_whose_making_was_broken_off_is_finished() throws IOException {
        DataFolder folder = DataFolder.at(temporary);
        Files.createDirectory(folder.keys());
        Files.createFile(temporary.resolve("format.123.new"));

        DataFolder.at(temporary).prepare();

        assertThat(folder.exists()).isTrue();
    }

    @Test
    void data_of_a_later_version_is_left_alone() throws IOException {
        DataFolder folder = DataFolder.at(temporary);
        folder.prepare();
        Files.writeString(temporary.resolve("format"), "refocus-record-data 2\n");
        List<String> before = contents();

        assertThatThrownBy(() -> DataFolder.at(temporary))
                .isInstanceOf(Hindrance.class)
                .hasMessageContaining("format 2 and this program knows formats up to 1")
                .hasMessageContaining("Nothing was touched");
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void a_format_that_cannot_be_read_is_said_to_be_so() throws IOException {
        Files.writeString(temporary.resolve("format"), "");

        assertThatThrownBy(() -> DataFolder.at(temporary))
                .isInstanceOf(Hindrance.class)
                .hasMessageContaining("does not say what format");
    }

    @Test
    void a_folder_of_other_things_is_left_alone() throws IOException {
        Files.writeString(temporary.resolve("letter.txt"), "not ours");

        assertThatThrownBy(() -> DataFolder.at(temporary))
                .isInstanceOf(Hindrance.class)
                .hasMessageContaining("holds other things");
    }

    @Test
    void one_folder_has_one_name() throws IOException {
        Path link = Files.createSymbolicLink(temporary.resolve("link"), temporary);

        assertThat(DataFolder.at(link.resolve("data")).path())
                .isEqualTo(DataFolder.at(temporary.resolve("data")).path());
    }

    @Test
    void where_no_server_was_ever_started_there_is_nothing_to_ask() {
        assertThatThrownBy(() -> DataFolder.existing(temporary))
                .isInstanceOf(Hindrance.class)
                .hasMessageContaining("refocus up");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private List<String> contents() throws IOException {
        try (Stream<Path> found = Files.walk(temporary)) {
            return found.map(Path::toString).sorted().toList();
        }
    }
}
