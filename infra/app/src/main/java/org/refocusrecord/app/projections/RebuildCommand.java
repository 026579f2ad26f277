package org.refocusrecord.app.projections;

import org.refocusrecord.app.cli.MovingLine;
import org.refocusrecord.app.cli.Terminal;
import org.refocusrecord.app.cli.Version;
import org.refocusrecord.app.data.Hindrance;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import tools.jackson.databind.JsonNode;

/** Rebuilds a view. */
@Command(
        name = "rebuild",
        description = {
            "Rebuilds a view from the log beside the one that is read, which goes on. It takes its"
                + " place when both hold the same; else the first case that differs is named, and"
                + " it waits for accept or cancel.",
            "Exit codes: 0 it is live, or has begun; 1 it differs, or was cancelled; 2 not"
                    + " possible."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class RebuildCommand extends ViewCommand {

    private static final long LOOK_MILLIS = 300;

    @Option(names = "--wait", description = "Shows how far it is, and waits for its end.")
    private boolean wait;

    @Override
    int done(ViewsClient client, String name) {
        JsonNode begun = client.done(name, "rebuild").path("rebuild");
        if (!wait) {
            Terminal.result(name + " is being rebuilt; the list says how far it is");
            return 0;
        }
        return told(name, awaited(client, name, begun));
    }

    private static JsonNode awaited(ViewsClient client, String name, JsonNode begun) {
        try (RebuildProgress progress = new RebuildProgress(MovingLine.onError())) {
            JsonNode rebuild = begun;
            while (Findings.end(rebuild) == null) {
                progress.reached(rebuild);
                Thread.sleep(LOOK_MILLIS);
                rebuild = client.view(name).path("rebuild");
            }
            progress.reached(rebuild);
            return rebuild;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new Hindrance("Interrupted. The rebuild goes on.", ended);
        }
    }

    private static int told(String name, JsonNode rebuild) {
        Terminal.result(name + " " + Findings.end(rebuild));
        Findings.differences(rebuild).forEach(Terminal::result);
        return rebuild.path("state").asString("").equals("LIVE") ? 0 : 1;
    }
}
