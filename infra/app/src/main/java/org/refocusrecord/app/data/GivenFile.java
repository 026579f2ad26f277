package org.refocusrecord.app.data;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that somebody named on the command line; it may be a pipe, which has no size. */
public final class GivenFile {

    /** A key or a checkpoint is far shorter. */
    private static final int LONGEST = 100_000;

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

    /** Says why it cannot be read, where that can be seen from outside. */
    public static void requireReadable(Path file) {
        String hindrance = hindrance(file);
        if (hindrance != null) {
            throw new Hindrance("%s cannot be read: %s.".formatted(file, hindrance));
        }
    }

    /** The text of a key or a checkpoint. */
    public static String text(Path file) {
        requireReadable(file);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] text = in.readNBytes(LONGEST + 1);
            if (text.length > LONGEST) {
                throw new Hindrance(file + " is too long for a key or a checkpoint.");
            }
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString();
        } catch (IOException unreadable) {
            throw new Hindrance(file + " cannot be read as text.", unreadable);
        }
    }
}
