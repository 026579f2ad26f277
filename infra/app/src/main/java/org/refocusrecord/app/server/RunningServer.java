package org.refocusrecord.app.server;

import org.refocusrecord.app.data.DataFolder;
import org.refocusrecord.app.data.Hindrance;
import org.refocusrecord.app.data.Launcher;
import org.refocusrecord.app.data.ServerLock;
import org.refocusrecord.app.data.ServerNote;
import org.refocusrecord.app.data.ShellWord;
import org.refocusrecord.app.postgres.EmbeddedDatabase;
import org.refocusrecord.app.postgres.Programs;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The server of a data folder as another process sees it. */
public final class RunningServer {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private RunningServer() {}

    /** That a server is there already, and where. */
    static String alreadyOn(DataFolder folder) {
        return running(folder)
                .map(note ->
                        "A server is already running on %s: %s, process %d. End it with: %s down --data %s"
                                .formatted(
                                        folder,
                                        note.url() == null ? "starting" : note.url(),
                                        note.pid(),
                                        Launcher.asCalled(),
                                        ShellWord.of(folder.path())))
                .orElse("Another process is using %s.".formatted(folder));
    }

    /** Throws where a server is there already. */
    public static void requireNone(DataFolder folder) {
        if (folder.exists() && running(folder).isPresent()) {
            throw new Hindrance(alreadyOn(folder));
        }
    }

    private static Optional<ServerNote> running(DataFolder folder) {
        return ServerNote.in(folder).filter(note -> note.process().isPresent());
    }

    /**
     * Ends the server of a folder and waits for it; where only its database was left over from a
     * crash, ends that.
     *
     * @return whether there was anything to end
     */
    public static boolean end(DataFolder folder) {
        Optional<ServerLock> lock = ServerLock.take(folder);
        if (lock.isPresent()) {
            try (ServerLock _ = lock.get()) {
                return endLeftOver(folder);
            }
        }
        ServerNote note =
                running(folder)
                        .orElseThrow(() ->
                                new Hindrance(
                                        "Another process is using %s, and it does not say which."
                                                .formatted(folder)));
        note.process().ifPresent(ProcessHandle::destroy);
        awaitEnd(folder, note.pid());
        return true;
    }

    private static boolean endLeftOver(DataFolder folder) {
        boolean wasThere = EmbeddedDatabase.isRunning(folder);
        if (wasThere) {
            Programs programs = Programs.unpackedIn(folder.programs());
            new EmbeddedDatabase(folder, programs, _ -> {}).close();
        }
        ServerNote.remove(folder);
        return wasThere;
    }

    /**
     * It has ended when the lock is free; a process may linger where nobody takes note of its end.
     */
    private static void awaitEnd(DataFolder folder, long pid) {
        Instant start = Instant.now();
        while (!isFree(folder)) {
            if (Duration.between(start, Instant.now()).compareTo(PATIENCE) > 0) {
                throw new Hindrance(
                        "Process %d was asked to end, and has not ended after %d seconds. Its log may tell why."
                                .formatted(pid, PATIENCE.toSeconds()));
            }
            pause();
        }
    }

    private static boolean isFree(DataFolder folder) {
        Optional<ServerLock> lock = ServerLock.take(folder);
        lock.ifPresent(ServerLock::close);
        return lock.isPresent();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Hindrance("Interrupted while the server was ending.", interrupted);
        }
    }
}
