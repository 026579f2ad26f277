package org.refocusrecord.app.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What PostgreSQL notes of itself while it runs. A note outlives a machine that lost its power, and
 * by then its number may be another process's: PostgreSQL would refuse to start, and whoever
 * believed the note would stop a stranger.
 */
final class Postmaster {

    // No system numbers its processes so high; PostgreSQL finds such a one dead.
    private static final String NOBODY = Integer.toString(Integer.MAX_VALUE - 1);

    private final Path database;
    private final Path file;

    Postmaster(Path database) {
        this.database = database;
        this.file = database.resolve("postmaster.pid");
    }

    /** The process that uses this database; empty where none does. */
    Optional<ProcessHandle> running() throws IOException {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.isEmpty() || !lines.getFirst().strip().matches("[0-9]{1,10}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(ProcessHandle::isAlive)
                .filter(this::isOurs);
    }

    private boolean isOurs(ProcessHandle process) {
        ProcessHandle.Info info = process.info();
        boolean isPostgres =
                info.command()
                        .map(Path::of)
                        .map(Path::getFileName)
                        .filter(name -> name.toString().startsWith("postgres"))
                        .isPresent();
        // Where a system does not show arguments, the program's name must do.
        return isPostgres
                && info.arguments()
                        .map(all -> Arrays.asList(all).contains(database.toString()))
                        .orElse(true);
    }

    /**
     * Makes a note that is not true any more harmless. The rest of it stays, because PostgreSQL
     * finds by it whether processes of the old server are still at work.
     */
    void disown() throws IOException {
        if (Files.notExists(file)) {
            return;
        }
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        if (lines.isEmpty()) {
            Files.delete(file);
        } else {
            lines.set(0, NOBODY);
            Files.write(file, lines);
        }
    }
}
