package org.refocusrecord.app.kafka;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.app.data.DataFolder;
import org.refocusrecord.app.data.Hindrance;
import org.refocusrecord.app.data.Ports;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * A real Kafka broker in the server's own process, whose topics lie in the data folder. Should it
 * end by itself while the server lives, it is started again.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private static final String BROKER = "broker";
    private static final String CONTROLLER = "controller";
    private static final int TRIES = 3;

    private final DataFolder folder;
    private final Consumer<String> progress;
    private volatile @Nullable BrokerWatch watch;

    /**
     * Of a folder that is prepared and locked by this process.
     *
     * @param progress told what takes its time, and what is other than before
     */
    public EmbeddedBroker(DataFolder folder, Consumer<String> progress) {
        this.folder = folder;
        this.progress = progress;
    }

    /** Starts it; answers with the address where clients begin. */
    public String start() {
        Path topics = new BrokerFolder(folder).made();
        for (int attempt = 1; ; attempt++) {
            int port = port();
            int controllerPort = new Ports(folder).free(CONTROLLER);
            Map<String, String> settings = BrokerSettings.of(topics, port, controllerPort);
            BrokerWatch over = new BrokerWatch(() -> life(settings));
            watch = over;
            Optional<String> hindered = over.start();
            if (hindered.isEmpty()) {
                return "127.0.0.1:" + port;
            }
            over.close();
            // Somebody may have taken a port just now; nothing else passes by itself.
            if (attempt == TRIES || (Ports.isFree(port) && Ports.isFree(controllerPort))) {
                throw new Hindrance(
                        "The broker in %s does not start: %s. The whole story is in %s. Without --with-kafka the server starts without it."
                                .formatted(topics, hindered.get(), folder.brokerLog()));
            }
        }
    }

    private BrokerLife life(Map<String, String> settings) {
        return new BrokerLife(settings, folder.brokerLog());
    }

    /** The port it had before, where its clients look for it; another one if somebody has that. */
    private int port() {
        Ports ports = new Ports(folder);
        OptionalInt before = ports.kept(BROKER);
        int port = ports.free(BROKER);
        if (before.isPresent() && before.getAsInt() != port) {
            progress.accept(
                    "port %d, where the broker listened before, is taken by another program; it listens on %d from now on"
                            .formatted(before.getAsInt(), port));
        }
        return port;
    }

    @Override
    public void close() {
        BrokerWatch watching = watch;
        if (watching != null) {
            watching.close();
        }
    }
}
