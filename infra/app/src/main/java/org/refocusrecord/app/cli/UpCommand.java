package org.refocusrecord.app.cli;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.app.data.Hindrance;
import org.refocusrecord.app.data.Launcher;
import org.refocusrecord.app.data.ServerNote;
import org.refocusrecord.app.server.RefocusServer;
import org.refocusrecord.app.server.StartOrder;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Starts a server, here or in the background. */
@Command(
        name = "up",
        description = {
            "Starts the whole system in one process, on a PostgreSQL of its own.",
            "DATABASE_URL, KAFKA_BOOTSTRAP_SERVERS and OIDC_ISSUER take the place of what is built"
                    + " in."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class UpCommand implements Runnable {

    private static final int LAST_PORT = 65_535;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description =
                    "Where it listens, on 127.0.0.1 (default: ${DEFAULT-VALUE}; 0: any free port).")
    private int port;

    @Option(
            names = "--with-kafka",
            description =
                    "With a Kafka broker of its own, unless KAFKA_BOOTSTRAP_SERVERS names some.")
    private boolean withKafka;

    @Option(
            names = "--detach",
            description =
                    "Run in the background; done when the server is ready. End it with: down.")
    private boolean detach;

    @Mixin private final DataOption data = new DataOption();

    @Override
    public void run() {
        if (port < 0 || port > LAST_PORT) {
            throw new Hindrance("--port takes 0 to %d.".formatted(LAST_PORT));
        }
        Path folder = data.path();
        Terminal.say("the data is in " + folder);
        if (detach) {
            Terminal.result(
                    welcome(
                            new DetachedServer(folder, port, withKafka).start(),
                            Launcher.asCalled() + " down" + data.shown()));
        } else {
            runHere(folder);
        }
    }

    private void runHere(Path folder) {
        StartOrder order =
                new StartOrder(
                        folder,
                        port,
                        databaseUrl(),
                        withKafka,
                        List.of("--refocus.version=" + Version.number()));
        RefocusServer server = new RefocusServer(order, Terminal::say);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "ending"));
        Terminal.result(welcome(server.startNoted(), "Ctrl-C"));
        awaitSignal();
    }

    /** The database that takes the place of the embedded one. */
    static @Nullable String databaseUrl() {
        String url = System.getenv("DATABASE_URL");
        return url == null || url.isBlank() ? null : url;
    }

    /** The server ends with the process, and the process when somebody asks it to. */
    private static void awaitSignal() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private String welcome(ServerNote note, String end) {
        return """
        Refocus Record listens on %1$s

          Is it ready?         curl %1$s/actuator/health/readiness
          What can it do?      curl %1$s/openapi.json
          A token to ask with  %2$s
          The teams it knows   curl -H "Authorization: Bearer $TOKEN" %1$s/api/v1/teams
        %4$s
        %3$s ends it; the data stays.
        """
                .formatted(note.url(), token(), end, topics(note.brokers()))
                .strip();
    }

    private static String topics(@Nullable String brokers) {
        return brokers == null
                ? ""
                : "  Kafka is at          %s (its topics: docs/kafka.md)\n".formatted(brokers);
    }

    private String token() {
        String issuer = TokenCommand.outsideIssuer();
        return issuer.isEmpty()
                ? "TOKEN=$(%s token --role CLINICAL_SYSTEM --trust SLAM%s)"
                        .formatted(Launcher.asCalled(), data.shown())
                : "TOKEN=... (from " + issuer + ")";
    }
}
