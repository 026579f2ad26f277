package org.refocusrecord.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder that is thrown away. */
record Scratch(Path folder) implements AutoCloseable {

    static Scratch made() throws IOException {
        return new Scratch(Files.createTempDirectory("refocus-bench"));
    }

    Path data() {
        return folder.resolve("data");
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
