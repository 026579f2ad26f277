package org.refocusrecord.app.backfill;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.app.cli.MovingLine;
import org.refocusrecord.app.cli.ServerOption;
import org.refocusrecord.app.cli.Terminal;
import org.refocusrecord.app.cli.Version;
import org.refocusrecord.app.demo.Host;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.concurrent.Callable;

/** Fills a topic from the log. */
@Command(
        name = "backfill",
        description = {
            "Sends events of the log to another topic than the service's own, which goes on"
                    + " beside.",
            "The topic is made where it is missing. It has no records, or those that this call has"
                    + " sent before: broken off, it can be called again and goes on.",
            "Exit codes: 0 done, 1 stopped before the end, 2 not possible."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class BackfillCommand implements Callable<Integer> {

    private static final int DONE = 0;
    private static final int STOPPED = 1;

    @Option(
            names = "--topic",
            required = true,
            paramLabel = "NAME",
            description = "The topic to fill: up to 249 letters, digits, '.', '_' and '-'.")
    private String topic = "";

    @Option(
            names = "--from",
            paramLabel = "POSITION",
            description =
                    "The first event (default: that from which it is filled already, else the"
                            + " first of all).")
    private @Nullable Long from;

    @Option(
            names = "--to",
            paramLabel = "POSITION",
            description = "The last event (default: the newest when it is called).")
    private @Nullable Long to;

    @Mixin private final ServerOption server = new ServerOption();

    @Override
    public Integer call() {
        BackfillClient.End end = filled();
        BackfillClient.Reached reached = end.reached();
        Terminal.result(
                "%,d events sent to %s, which has all from position %,d to position %,d."
                        .formatted(reached.sent(), topic, reached.from(), reached.position()));
        if (end.cause() == null) {
            return DONE;
        }
        Terminal.say(
                "it stopped before position %,d: %s. Call again to go on."
                        .formatted(reached.to(), end.cause()));
        return STOPPED;
    }

    private BackfillClient.End filled() {
        try (BackfillProgress progress = new BackfillProgress(MovingLine.onError())) {
            return new BackfillClient(Host.address(server), Host.administrator(server))
                    .fill(topic, from, to, progress::reached);
        }
    }
}
