package org.refocusrecord.app.data;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a running server says of itself in its data folder.
 *
 * @param pid its process
 * @param since when that process began; a number alone may be another's by now
 * @param url where it listens; null while it is starting
 * @param brokers where the brokers are that it speaks with; null where there are none
 */
public record ServerNote(long pid, Instant since, @Nullable String url, @Nullable String brokers) {

    // Start times are counted in clock ticks from a boot time that is itself computed anew.
    private static final Duration SAME = Duration.ofSeconds(2);

    /** The note of this process. */
    public static ServerNote ofThisProcess(@Nullable String url, @Nullable String brokers) {
        ProcessHandle self = ProcessHandle.current();
        boolean isAlone = brokers == null || brokers.isBlank();
        return new ServerNote(self.pid(), startOf(self), url, isAlone ? null : brokers);
    }

    /** The note that a folder holds; empty where there is none that can be read. */
    public static Optional<ServerNote> in(DataFolder folder) {
        try {
            Map<String, String> lines = Lines.in(file(folder));
            String pid = lines.get("pid");
            String since = lines.get("since");
            return pid == null || since == null
                    ? Optional.empty()
                    : Optional.of(
                            new ServerNote(
                                    Long.parseLong(pid),
                                    Instant.parse(since),
                                    lines.get("url"),
                                    lines.get("brokers")));
        } catch (IOException | NumberFormatException | DateTimeParseException spoiled) {
            return Optional.empty();
        }
    }

    /** Keeps it in the folder. */
    public void write(DataFolder folder) {
        Map<String, String> lines = new HashMap<>();
        lines.put("pid", Long.toString(pid));
        lines.put("since", since.toString());
        if (url != null) {
            lines.put("url", url);
        }
        if (brokers != null) {
            lines.put("brokers", brokers);
        }
        try {
            Lines.write(file(folder), lines);
        } catch (IOException notWritable) {
            throw new Hindrance(
                    "The data folder %s cannot be written to (%s)."
                            .formatted(folder, notWritable.getMessage()),
                    notWritable);
        }
    }

    /** Takes the note away, as the last thing that a server does. */
    public static void remove(DataFolder folder) {
        try {
            Files.deleteIfExists(file(folder));
        } catch (IOException stays) {
            throw new Hindrance("The note of this server cannot be taken away", stays);
        }
    }

    /** The process that it speaks of; empty where that has ended, or is another's by now. */
    public Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(found ->
                        Duration.between(startOf(found), since).abs().compareTo(SAME) <= 0);
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    private static Path file(DataFolder folder) {
        return folder.path().resolve("server.pid");
    }
}
