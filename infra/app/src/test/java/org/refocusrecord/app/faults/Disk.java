package org.refocusrecord.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A disk in memory, whose size can be changed while it is in use. Only root may make one, so others
 * skip what needs it, and say so.
 */
final class Disk {

    private static final long MEGABYTE = 1 << 20;

    private final Path folder;
    private final boolean isMounted;

    private Disk(Path folder, boolean isMounted) {
        this.folder = folder;
        this.isMounted = isMounted;
    }

    /** None yet. */
    static Disk none() {
        return new Disk(Path.of(""), false);
    }

    /** One of so many megabytes. */
    static Disk mountedOn(Path folder, long megabytes) throws IOException, InterruptedException {
        String size = "size=%dm".formatted(megabytes);
        boolean isMounted =
                System.getProperty("user.name").equals("root")
                        && run("mount", "-t", "tmpfs", "-o", size, "tmpfs", folder.toString());
        if (!isMounted) {
            System.out.println("NOT TESTED: a full disk. Only root may mount one, where it may.");
        }
        assumeThat(isMounted).as("this machine lets us mount a disk").isTrue();
        return new Disk(folder, true);
    }

    /** Makes it as large as this. */
    void size(long megabytes) throws IOException, InterruptedException {
        String size = "remount,size=%dm".formatted(megabytes);
        assertThat(run("mount", "-o", size, folder.toString())).isTrue();
    }

    /** How many megabytes are taken. */
    long used() throws IOException {
        FileStore store = Files.getFileStore(folder);
        return (store.getTotalSpace() - store.getUsableSpace()) / MEGABYTE;
    }

    /** Takes all the room that is left, to the last block. */
    void fill() throws IOException, InterruptedException {
        size(used() + 1);
        try (OutputStream ballast = Files.newOutputStream(folder.resolve("ballast"))) {
            byte[] block = new byte[4_096];
            while (true) {
                ballast.write(block);
            }
        } catch (IOException full) {
            assertThat(Files.getFileStore(folder).getUsableSpace()).isZero();
        }
    }

    /** Takes it away, though somebody may still have a file of it open. */
    void unmount() throws IOException, InterruptedException {
        if (isMounted) {
            run("umount", "-l", folder.toString());
        }
    }

    private static boolean run(String... call) throws IOException, InterruptedException {
        return new ProcessBuilder(call).start().waitFor() == 0;
    }
}
