package org.refocusrecord.app.data;

import java.nio.file.Path;

/** How a path is written in a call that is shown, so that it can be copied into a terminal. */
public final class ShellWord {

    private ShellWord() {}

    /** The path as one word of a shell, in quotes where it needs them. */
    public static String of(Path path) {
        String name = path.toString();
        boolean isPlain = name.matches("[A-Za-z0-9_./+-][A-Za-z0-9_./~+-]*");
        return isPlain ? name : "'" + name.replace("'", "'\\''") + "'";
    }
}
