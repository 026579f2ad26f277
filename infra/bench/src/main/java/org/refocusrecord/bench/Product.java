package org.refocusrecord.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.refocusrecord.app.RefocusApplication;
import org.refocusrecord.app.data.DataFolder;
import org.refocusrecord.app.postgres.DatabaseAccess;
import org.refocusrecord.app.postgres.EmbeddedDatabase;
import org.refocusrecord.app.postgres.Programs;
import org.refocusrecord.app.server.Foundation;
import org.refocusrecord.app.server.SealProperties;
import org.refocusrecord.eventlog.Arrivals;
import org.refocusrecord.eventlog.EventLog;
import org.refocusrecord.eventlog.keys.MasterKey;
import org.refocusrecord.eventlog.keys.MasterKeyFile;
import org.refocusrecord.eventlog.keys.Randomness;
import org.refocusrecord.eventlog.seal.Sealer;
import org.refocusrecord.eventlog.seal.SignerKey;
import org.refocusrecord.eventlog.store.DurableSettings;
import org.refocusrecord.eventlog.store.KeyWiping;
import org.refocusrecord.eventlog.store.LogMigrations;
import org.refocusrecord.eventlog.store.LogStore;
import org.refocusrecord.eventlog.store.MasterKeyRows;
import org.refocusrecord.query.access.AccessMigrations;
import org.refocusrecord.query.projection.ProjectionStatus;
import org.refocusrecord.query.projection.Projections;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

/**
 * The product as it is shipped: its own PostgreSQL with its own settings, its own server in this
 * JVM with its own wiring. Nothing here is tuned for a measurement.
 */
final class Product implements AutoCloseable {

    private final DataFolder folder;
    private final EmbeddedDatabase database;
    private final DatabaseAccess access;
    private final ConfigurableApplicationContext context;
    private @Nullable Sealer sealer;

    private Product(
            DataFolder folder,
            EmbeddedDatabase database,
            DatabaseAccess access,
            ConfigurableApplicationContext context) {
        this.folder = folder;
        this.database = database;
        this.access = access;
        this.context = context;
        this.sealer = context.getBean(Sealer.class);
    }

    static Product started(Path data, Progress progress) {
        return started(data, progress, List.of());
    }

    /** The same, told some settings. */
    static Product started(Path data, Progress progress, List<String> told) {
        DataFolder folder = DataFolder.at(data);
        folder.prepare();
        EmbeddedDatabase database =
                new EmbeddedDatabase(
                        folder, Programs.unpackedIn(folder.programs()), progress::says);
        // Whoever breaks the bench off does not want a database that goes on.
        Runtime.getRuntime().addShutdownHook(new Thread(database::close));
        DatabaseAccess access = database.start();
        DataSource owner = access.as(access.owner());
        MasterKey key =
                new MasterKeyFile(folder.masterKey(), Randomness.secure())
                        .open(Files.exists(folder.masterKey()));
        LogMigrations.apply(owner);
        AccessMigrations.apply(owner, access.projector().role());
        MasterKeyRows keys = new MasterKeyRows(owner);
        if (keys.current().isEmpty()) {
            keys.use(key.id());
        }
        DurableSettings.require(access.as(access.appender()));
        SpringApplication application = new SpringApplication(RefocusApplication.class);
        KeyWiping wiping = new KeyWiping(owner, () -> database.writeLogOver(access));
        application.addInitializers(
                new Foundation(folder, access, key, wiping), AccessSwitch.put());
        List<String> settings = new ArrayList<>(told);
        settings.add("--server.port=0");
        settings.add("--spring.config.location=classpath:/application.yml");
        ConfigurableApplicationContext context = application.run(settings.toArray(String[]::new));
        return new Product(folder, database, access, context);
    }

    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    String url() {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    DataFolder folder() {
        return folder;
    }

    /** As who may do everything: for check points, and nothing that is measured. */
    DataSource administrator() {
        return access.as(access.administrator());
    }

    /** Connections of the owner of the database, all of them open before anything is measured. */
    HikariDataSource pool(String schema, int size) {
        PGSimpleDataSource connections = access.as(access.owner());
        connections.setCurrentSchema(schema);
        HikariConfig config = new HikariConfig();
        config.setPoolName("peers");
        config.setDataSource(connections);
        config.setMaximumPoolSize(size);
        return new HikariDataSource(config);
    }

    /** Connections of another node. */
    HikariDataSource appenderPool(int size) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(access.as(access.appender()));
        config.setMaximumPoolSize(size);
        return new HikariDataSource(config);
    }

    /** Where another node listens. */
    DataSource listening() {
        return access.as(access.projector());
    }

    /** The log of another node. */
    EventLog node(DataSource connections) {
        return new EventLog(new LogStore(connections), part(MasterKey.class), Randomness.secure());
    }

    /** Lets the views and the seal stand, or go on. */
    void follow(boolean follow) {
        if (sealer != null) {
            sealer.close();
            sealer = null;
        }
        if (follow) {
            sealer =
                    new Sealer(
                            part(EventLog.class),
                            context.getBean("appender", DataSource.class),
                            context.getBean("reader", DataSource.class),
                            part(Arrivals.class),
                            part(SignerKey.class),
                            part(SealProperties.class).settings());
            sealer.start();
        }
        followViews(follow);
    }

    /** The same of the views alone. */
    void followViews(boolean follow) {
        Projections projections = part(Projections.class);
        for (ProjectionStatus view : projections.status()) {
            if (follow) {
                projections.resume(view.name());
            } else {
                projections.pause(view.name());
            }
        }
    }

    /** Lets the views go on until they have caught up. */
    void catchUp(Progress progress) throws InterruptedException {
        follow(true);
        awaitViews(progress);
    }

    /** Waits until the views have come to the head of the log. */
    void awaitViews(Progress progress) throws InterruptedException {
        while (!part(Projections.class).haveCaughtUp()) {
            progress.says("waiting for the views");
            TimeUnit.SECONDS.sleep(5);
        }
    }

    @Override
    public void close() {
        if (sealer != null) {
            sealer.close();
        }
        context.close();
        database.close();
    }
}
