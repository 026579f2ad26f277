package org.refocusrecord.app.imports;

import org.refocusrecord.app.data.GivenFile;
import org.refocusrecord.app.data.Hindrance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that is imported, or what can be read like one, such as standard input.
 *
 * @param file as it was named
 */
record ImportSource(Path file) {

    private static final Path STANDARD_INPUT = Path.of("/dev/stdin");
    private static final Path OPEN_FILES = Path.of("/dev/fd");
    private static final String ENDING = ".refused.ndjson";

    /** Before anything is sent: what can be seen without reading it must not come up later. */
    void requireReadable() {
        String hindrance = GivenFile.hindrance(file);
        if (hindrance != null) {
            throw new Hindrance(
                    "%s cannot be read: %s. Nothing was sent.".formatted(file, hindrance));
        }
    }

    InputStream open() throws IOException {
        return Files.newInputStream(file);
    }

    /** How many bytes it has; 0 where nobody can tell before they were read. */
    long size() throws IOException {
        return Files.isRegularFile(file) ? Files.size(file) : 0;
    }

    /** Where its refused lines go if nobody says: beside it, where there is such a place. */
    Path refused() {
        Path name = file.getFileName();
        return hasPlace() ? file.resolveSibling(name + ENDING) : Path.of(name + ENDING);
    }

    private boolean hasPlace() {
        Path place = file.toAbsolutePath().normalize();
        return Files.isRegularFile(file)
                && !place.equals(STANDARD_INPUT)
                && !place.startsWith(OPEN_FILES);
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
