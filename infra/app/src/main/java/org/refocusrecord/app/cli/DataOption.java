package org.refocusrecord.app.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.nio.file.Path;

/** Which data folder is meant. */
final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The folder that holds all data (default: data, beside this program).")
    private @Nullable Path folder;

    /** The folder named, else the one beside the launcher, from wherever it was called. */
    Path path() {
        Path named = folder;
        if (named != null) {
            return named.toAbsolutePath();
        }
        return Path.of(System.getProperty("refocus.home", "")).toAbsolutePath().resolve("data");
    }

    /** What to add to a call that is shown, so that it means the same folder. */
    String shown() {
        Path named = folder;
        if (named == null) {
            return "";
        }
        String name = named.toString();
        boolean isPlain = name.matches("[A-Za-z0-9_./~+-]+");
        return " --data " + (isPlain ? name : "'" + name.replace("'", "'\\''") + "'");
    }
}
