package org.refocusrecord.app.postgres;

import org.refocusrecord.app.data.DataFolder;
import org.refocusrecord.app.data.Folders;
import org.refocusrecord.app.data.Hindrance;
import org.refocusrecord.app.data.OwnerOnly;
import org.refocusrecord.app.data.Ports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A PostgreSQL of a data folder's own: made once, started and stopped by its own programs. */
final class Cluster {

    static final String SUPERUSER = "postgres";

    private static final String ASIDE = "database.new";
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String SECONDS = Long.toString(PATIENCE.toSeconds());
    private static final int TRIES = 3;
    private static final long BETWEEN_TRIES_MILLIS = 1_000;

    private final DataFolder folder;
    private final Programs programs;
    private final Postmaster postmaster;

    Cluster(DataFolder folder, Programs programs) {
        this.folder = folder;
        this.programs = programs;
        this.postmaster = new Postmaster(folder.database());
    }

    boolean exists() {
        return Files.exists(folder.database());
    }

    /**
     * Makes it aside and moves it into place, so that a crash leaves no half of one. Each time in a
     * place of its own: initdb outlives a server that is killed, and goes on where it was.
     */
    void make(String password) {
        Path file = folder.keys().resolve("superuser.new");
        try {
            Folders.clear(folder.path(), ASIDE);
            Path aside = Files.createTempDirectory(folder.path(), ASIDE);
            OwnerOnly.write(file, password + "\n");
            Programs.Outcome outcome = programs.run(PATIENCE, "initdb", making(aside, file));
            if (!outcome.isDone()) {
                throw new Hindrance(
                        "The database could not be made in %s: %s"
                                .formatted(folder, PostgresLog.causeIn(outcome.said())));
            }
            Files.move(aside, folder.database(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw notPossible("made", failed);
        } finally {
            removeQuietly(file);
            Folders.clear(folder.path(), ASIDE);
        }
    }

    private static List<String> making(Path aside, Path passwordFile) {
        return List.of(
                "--pgdata=" + aside,
                "--username=" + SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                // The same order of texts on every machine, whatever its own locales are.
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--data-checksums");
    }

    private static void removeQuietly(Path passwordFile) {
        try {
            Files.deleteIfExists(passwordFile);
        } catch (IOException stays) {
            // The next start removes it; what went wrong before is what is to be told.
            return;
        }
    }

    /** Starts it, and answers with its port. What was left over from a crash is ended first. */
    int start() {
        Folders.clear(folder.path(), ASIDE);
        String said = "";
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            // Each time: one that was only just starting when its server was killed shows itself
            // late.
            stop();
            int port = new Ports(folder).free("database");
            said = startOn(port);
            if (said.isEmpty()) {
                return port;
            }
            // Processes of one that was killed may need a moment to find that out, and to end.
            pause();
        }
        throw new Hindrance(
                "The database in %s does not start: %s. The whole story is in %s."
                        .formatted(folder.database(), said, logFile()));
    }

    /** Whether it runs, whoever started it. */
    boolean isRunning() {
        try {
            return postmaster.running().isPresent();
        } catch (IOException unreadable) {
            throw notPossible("looked at", unreadable);
        }
    }

    /** Starts it again where others expect it; empty once it runs, else why it does not yet. */
    Optional<String> startAgain(int port) {
        return Optional.of(startOn(port)).filter(said -> !said.isEmpty());
    }

    /** Nothing if it runs, else why not. */
    private String startOn(int port) {
        try {
            postmaster.disown();
            OwnerOnly.write(folder.database().resolve("postgresql.conf"), Settings.file(port));
            OwnerOnly.touch(logFile());
            long before = PostgresLog.length(logFile());
            Programs.Outcome outcome =
                    programs.run(
                            PATIENCE,
                            "pg_ctl",
                            List.of(
                                    "start",
                                    "--wait",
                                    "--timeout=" + SECONDS,
                                    "--pgdata=" + folder.database(),
                                    "--log=" + logFile()));
            return outcome.isDone()
                    ? ""
                    : PostgresLog.causeSince(logFile(), before, outcome.said());
        } catch (IOException failed) {
            throw notPossible("started", failed);
        }
    }

    /** Stops it if it runs, whoever started it, and waits for the end. */
    void stop() {
        try {
            if (postmaster.running().isEmpty()) {
                return;
            }
            Programs.Outcome outcome =
                    programs.run(
                            PATIENCE,
                            "pg_ctl",
                            List.of(
                                    "stop",
                                    "--wait",
                                    "--mode=fast",
                                    "--timeout=" + SECONDS,
                                    "--pgdata=" + folder.database()));
            if (!outcome.isDone() && postmaster.running().isPresent()) {
                throw new Hindrance(
                        "The database in %s does not stop: %s"
                                .formatted(folder.database(), PostgresLog.causeIn(outcome.said())));
            }
        } catch (IOException failed) {
            throw notPossible("stopped", failed);
        }
    }

    private Hindrance notPossible(String what, IOException cause) {
        return new Hindrance(
                "The database in %s cannot be %s (%s)."
                        .formatted(folder.database(), what, cause.getMessage()),
                cause);
    }

    private Path logFile() {
        return folder.log().resolve("database.log");
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_TRIES_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Hindrance("Interrupted while the database was starting.", interrupted);
        }
    }
}
