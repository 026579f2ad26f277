package org.refocusrecord.app.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Waits for what another thread or another process writes. */
final class Written {

    private Written() {}

    /** Whether there is something in the file, within that time. */
    static boolean within(Duration patience, Path file) throws IOException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        try (WatchService watching = file.getFileSystem().newWatchService()) {
            folder.register(
                    watching,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY);
            while (!Files.exists(file) || Files.size(file) == 0) {
                WatchKey seen = watching.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (seen == null) {
                    return false;
                }
                seen.reset();
            }
            return true;
        }
    }
}
