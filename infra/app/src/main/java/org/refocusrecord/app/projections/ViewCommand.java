package org.refocusrecord.app.projections;

import org.refocusrecord.app.cli.ServerOption;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.util.concurrent.Callable;

/** What is done to one view of a server. */
abstract class ViewCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "The view, as the list has it.")
    private String name = "";

    @Mixin private final ServerOption server = new ServerOption();

    @Override
    public final Integer call() {
        try (ViewsClient client = ViewsClient.of(server)) {
            return done(client, name);
        }
    }

    /** Does it; the exit code. */
    abstract int done(ViewsClient client, String name);
}
