package org.refocusrecord.app.data;

import java.nio.file.Path;

/** How this program is called in what is shown. */
public final class Launcher {

    private Launcher() {}

    /** As it was called, so that a call that is shown can be made from the same folder. */
    public static String asCalled() {
        return ShellWord.of(Path.of(System.getProperty("refocus.called", "./refocus")));
    }
}
