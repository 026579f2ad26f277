package org.refocusrecord.app.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.file.Path;

/** Which server is meant, and with which token it is asked. */
public final class ServerOption {

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The server (default: the one of --data).")
    private @Nullable String url;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            description = "A bearer token for everything. Without it one is made.")
    private @Nullable String token;

    @Mixin private final DataOption data = new DataOption();

    /** The address that was named; null: that of the server of the data folder. */
    public @Nullable String url() {
        return url;
    }

    /** The token that was given; null: one is to be made. */
    public @Nullable String token() {
        return token;
    }

    /** The data folder. */
    public Path data() {
        return data.path();
    }

    /** What to add to a call that is shown, so that it means the same folder. */
    public String shown() {
        return data.shown();
    }
}
