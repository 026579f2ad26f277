package org.refocusrecord.app.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Removes what was begun and not finished. */
public final class Folders {

    private Folders() {}

    /**
     * Removes the folders whose names begin so, as far as they let themselves be removed: programs
     * of a server that was killed may still be writing there. What stays is removed another time.
     */
    public static void clear(Path parent, String prefix) {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(parent, prefix + "*")) {
            for (Path folder : found) {
                remove(folder);
            }
        } catch (IOException | DirectoryIteratorException | UncheckedIOException stays) {
            return;
        }
    }

    /** Removes a folder with all that is in it, if it is there. */
    public static void remove(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        List<Path> below;
        try (Stream<Path> found = Files.walk(folder)) {
            below = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : below) {
            Files.delete(path);
        }
    }
}
