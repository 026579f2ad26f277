package org.refocusrecord.app.cli;

import org.refocusrecord.app.data.Hindrance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A key or a checkpoint that somebody gives in a file, which may be a pipe without a size. */
final class ShortText {

    private static final int LONGEST = 100_000;

    private ShortText() {}

    /** What stands in it, which is never more than a key or a checkpoint can be. */
    static String of(Path file) {
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
