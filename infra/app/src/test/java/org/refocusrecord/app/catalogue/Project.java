package org.refocusrecord.app.catalogue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Files of the project, whether the tests run in the module or above it. */
public final class Project {

    private Project() {}

    /** A file or folder, from the project's own folder. */
    public static Path file(String path) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("events/src/test/resources/contracts"))) {
                return at.resolve(path);
            }
        }
        throw new AssertionError("No project is above " + Path.of("").toAbsolutePath());
    }
}
