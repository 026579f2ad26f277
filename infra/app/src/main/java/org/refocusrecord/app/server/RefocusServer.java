package org.refocusrecord.app.server;

import static java.util.Objects.requireNonNull;

import org.refocusrecord.app.RefocusApplication;
import org.refocusrecord.app.data.DataFolder;
import org.refocusrecord.app.data.Hindrance;
import org.refocusrecord.app.data.Ports;
import org.refocusrecord.app.data.Room;
import org.refocusrecord.app.data.ServerLock;
import org.refocusrecord.app.data.ServerNote;
import org.refocusrecord.app.kafka.EmbeddedBroker;
import org.refocusrecord.app.kafka.GivenBrokers;
import org.refocusrecord.app.postgres.Database;
import org.refocusrecord.app.postgres.DatabaseAccess;
import org.refocusrecord.app.postgres.EmbeddedDatabase;
import org.refocusrecord.app.postgres.GivenDatabase;
import org.refocusrecord.app.postgres.Programs;
import org.refocusrecord.eventlog.keys.MasterKey;
import org.refocusrecord.eventlog.store.DataFormat;
import org.refocusrecord.eventlog.store.DurableSettings;
import org.refocusrecord.eventlog.store.KeyWiping;
import org.refocusrecord.eventlog.store.LogMigrations;
import org.refocusrecord.query.access.AccessMigrations;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import javax.sql.DataSource;

/**
 * A running server on its data folder. It starts from the bottom up, the database first, then the
 * broker where one is asked for, and the doors last; and ends from the top down.
 */
public final class RefocusServer implements AutoCloseable {

    private final StartOrder order;
    private final Consumer<String> progress;
    private final Parts parts = new Parts();

    /**
     * A server that is not started yet.
     *
     * @param progress told what takes its time
     */
    public RefocusServer(StartOrder order, Consumer<String> progress) {
        this.order = order;
        this.progress = progress;
    }

    /** Starts all of it, or nothing; answers with the URL where it listens. */
    public String start() {
        return requireNonNull(startNoted().url());
    }

    /** The same; answers with all that it says of itself. */
    public ServerNote startNoted() {
        boolean started = false;
        try {
            ServerNote note = startParts();
            started = true;
            return note;
        } finally {
            if (!started) {
                close();
            }
        }
    }

    private ServerNote startParts() {
        DataFolder folder = DataFolder.at(order.data());
        folder.prepare();
        lock(folder);
        requireFreePort();
        List<String> settings = settings(folder);
        boolean withBroker = isToHaveABroker(settings);
        Room.require(folder, order.databaseUrl() == null, withBroker);
        Database database = database(folder);
        parts.add("database", database::close);
        progress.accept("starting the database");
        DatabaseAccess access = database.start();
        DataSource owner = access.as(access.owner());
        DataFormat.requireReadable(owner);
        MasterKey masterKey = MasterKeys.open(folder, owner);
        LogMigrations.apply(owner);
        AccessMigrations.apply(owner, access.projector().role());
        MasterKeys.settle(masterKey, owner);
        DurableSettings.require(access.as(access.appender()));
        if (withBroker) {
            settings.addAll(startBroker(folder));
        }
        progress.accept("starting the server");
        KeyWiping wiping = new KeyWiping(owner, () -> database.writeLogOver(access));
        ServerNote note =
                startApplication(new Foundation(folder, access, masterKey, wiping), settings);
        note.write(folder);
        return note;
    }

    private void lock(DataFolder folder) {
        ServerLock lock =
                ServerLock.take(folder)
                        .orElseThrow(() -> new Hindrance(RunningServer.alreadyOn(folder)));
        parts.add("lock", lock::close);
        ServerNote.ofThisProcess(null, null).write(folder);
        parts.add("note", () -> ServerNote.remove(folder));
    }

    private void requireFreePort() {
        if (order.port() != 0 && !Ports.isFree(order.port())) {
            throw new Hindrance(
                    "Port %d is taken by another program. Choose another with --port, or end that program."
                            .formatted(order.port()));
        }
    }

    private Database database(DataFolder folder) {
        return order.databaseUrl() == null
                ? new EmbeddedDatabase(folder, programs(folder), progress)
                : new GivenDatabase(order.databaseUrl(), folder);
    }

    private static Programs programs(DataFolder folder) {
        return Programs.unpackedIn(folder.programs());
    }

    private List<String> settings(DataFolder folder) {
        List<String> settings = new ArrayList<>();
        settings.add("--server.port=" + order.port());
        settings.add(
                "--spring.config.location=classpath:/application.yml,optional:"
                        + folder.path().resolve("application.yml").toUri());
        settings.addAll(order.settings());
        return settings;
    }

    private boolean isToHaveABroker(List<String> settings) {
        if (!order.withKafka()) {
            return false;
        }
        Optional<String> given = GivenBrokers.namedBy(settings);
        given.ifPresent(named ->
                progress.accept(
                        "brokers are named already, as by KAFKA_BOOTSTRAP_SERVERS (%s), so --with-kafka starts none"
                                .formatted(named)));
        return given.isEmpty();
    }

    /** Answers with the settings by which it is found. */
    private List<String> startBroker(DataFolder folder) {
        EarlyLog.ready();
        EmbeddedBroker broker = new EmbeddedBroker(folder, progress);
        parts.add("broker", broker::close);
        progress.accept("starting the broker");
        return List.of(
                "--%s=%s".formatted(GivenBrokers.SETTING, broker.start()),
                // Whatever is set for a cluster that is not named.
                "--refocus.kafka.client.security.protocol=PLAINTEXT");
    }

    private ServerNote startApplication(Foundation foundation, List<String> settings) {
        SpringApplication application = new SpringApplication(RefocusApplication.class);
        application.addInitializers(foundation);
        ConfigurableApplicationContext context = application.run(settings.toArray(String[]::new));
        parts.add("server", context::close);
        Environment environment = context.getEnvironment();
        return ServerNote.ofThisProcess(
                "http://127.0.0.1:" + environment.getProperty("local.server.port"),
                environment.getProperty(GivenBrokers.SETTING));
    }

    /** Ends all that was started, the doors first and what they stand on after them. */
    @Override
    public void close() {
        parts.close();
    }
}
