package org.refocusrecord.app.cli;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.app.data.Hindrance;
import org.refocusrecord.app.data.ShellWord;

import picocli.CommandLine.Option;

import java.nio.file.Path;

/** Which data folder is meant. */
public final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The folder that holds all data (default: data, beside this program).")
    private @Nullable Path folder;

    /** The folder named, else the one beside the launcher, from wherever it was called. */
    public Path path() {
        Path named = folder;
        if (named == null) {
            return Path.of(System.getProperty("refocus.home", "")).toAbsolutePath().resolve("data");
        }
        if (named.toString().isBlank()) {
            // A variable that was never set: whatever folder somebody stands in was not meant.
            throw new Hindrance("--data takes the name of a folder, and was given none.");
        }
        return named.toAbsolutePath();
    }

    /** What to add to a call that is shown, so that it means the same folder. */
    public String shown() {
        Path named = folder;
        return named == null ? "" : " --data " + ShellWord.of(named);
    }
}
