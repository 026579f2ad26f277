package org.refocusrecord.app.data;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that somebody named on the command line. */
public final class GivenFile {

    /** A key or a checkpoint is far shorter. */
    private static final long LONGEST = 100_000;

    private GivenFile() {}

    /** Why it cannot be read, as far as that can be seen from outside; null where it can. */
    public static @Nullable String hindrance(Path file) {
        if (Files.notExists(file)) {
            return "there is no such file";
        }
        if (Files.isDirectory(file)) {
            return "it is a folder";
        }
        return Files.isReadable(file) ? null : "this account may not";
    }

    /** The text of a key or a checkpoint. */
    public static String text(Path file) {
        String hindrance = hindrance(file);
        if (hindrance != null) {
            throw new Hindrance("%s cannot be read: %s.".formatted(file, hindrance));
        }
        try {
            if (Files.size(file) > LONGEST) {
                throw new Hindrance(file + " is too long for a key or a checkpoint.");
            }
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new Hindrance(file + " cannot be read as text.", unreadable);
        }
    }
}
