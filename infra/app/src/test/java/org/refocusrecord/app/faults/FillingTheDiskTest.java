package org.refocusrecord.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.app.faults.KeptRecord.Ended;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A start on a full disk. The disk is one in memory, whose size can be changed while it is in use;
 * only root may make one, so others skip this.
 */
@Timeout(300)
class FillingTheDiskTest {

    private static final long MEGABYTE = 1 << 20;

    @TempDir private Path disk;
    private boolean mounted;

    @BeforeEach
    void mount() throws Exception {
        assumeThat(System.getProperty("user.name")).as("may mount a disk").isEqualTo("root");
        mounted = run("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", disk.toString());
        assumeThat(mounted).as("this machine lets root mount a disk").isTrue();
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            run("umount", disk.toString());
        }
    }

    @Test
    void is_refused_before_anything_is_made_or_changed() throws Exception {
        Path data = disk.resolve("data");
        isRefused(data);
        assertThat(data.resolve("database")).doesNotExist();

        size(900);
        KeptRecord record = KeptRecord.madeIn(data);

        size(used() + 50);
        FolderState before = FolderState.of(data);
        isRefused(data);
        assertThat(FolderState.of(data)).isEqualTo(before);

        size(900);
        record.startsUnharmed();
    }

    private static void isRefused(Path data) {
        Ended ended = KeptRecord.up(data, 0);
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.said()).contains("Make room", "MB").doesNotContain("\tat ");
    }

    private long used() throws IOException {
        FileStore store = Files.getFileStore(disk);
        return (store.getTotalSpace() - store.getUsableSpace()) / MEGABYTE;
    }

    private void size(long megabytes) throws Exception {
        String size = "remount,size=%dm".formatted(megabytes);
        assertThat(run("mount", "-o", size, disk.toString())).isTrue();
    }

    private static boolean run(String... call) throws IOException, InterruptedException {
        return new ProcessBuilder(call).start().waitFor() == 0;
    }
}
