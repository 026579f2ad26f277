package org.refocusrecord.testkit;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.postgresql.ds.PGSimpleDataSource;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import javax.sql.DataSource;

/**
 * A database of a test class's own on the one server that all tests of a JVM share, with the roles
 * that a real one has. It is copied from a template that was migrated once, so that a fresh one
 * costs a few hundredths of a second. Best kept in a static field with {@code @AutoClose}.
 */
public final class TestDatabase implements AutoCloseable {
    private static final Map<String, String> TEMPLATES = new ConcurrentHashMap<>();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private static final int MOST_CONNECTIONS = 60;
    private static final long IDLE = Duration.ofSeconds(10).toMillis();

    private final TestServer server;
    private final String name;
    private final Map<String, HikariDataSource> pools = new ConcurrentHashMap<>();

    private TestDatabase(TestServer server, String name) {
        this.server = server;
        this.name = name;
    }

    /** A fresh one; {@code migrations} runs as the owner, once for each {@code kind}. */
    public static TestDatabase migrated(String kind, Consumer<DataSource> migrations) {
        TestServer server = TestServer.shared();
        String template =
                TEMPLATES.computeIfAbsent(kind, ignored -> template(server, kind, migrations));
        String name = "test_" + COUNT.incrementAndGet();
        server.execute(
                "create database %s template %s owner refocus_owner".formatted(name, template));
        return new TestDatabase(server, name);
    }

    private static String template(
            TestServer server, String kind, Consumer<DataSource> migrations) {
        String template = "template_of_" + kind;
        server.execute(
                "create database %s template template0 encoding 'UTF8' owner refocus_owner"
                        .formatted(template));
        migrations.accept(server.dataSource(template, TestServer.OWNER));
        return template;
    }

    /** As the role that owns and migrates the tables, with connections that are lent again. */
    public DataSource owner() {
        return pools.computeIfAbsent(TestServer.OWNER, this::pool);
    }

    /** As the role that records, with connections that are kept and lent again. */
    public DataSource appender() {
        return pools.computeIfAbsent(TestServer.APPENDER, this::pool);
    }

    /** As the role that reads, with connections that are kept and lent again. */
    public DataSource reader() {
        return pools.computeIfAbsent(TestServer.READER, this::pool);
    }

    /** Connecting costs more than most of what a test then asks. */
    private HikariDataSource pool(String role) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(as(role));
        config.setMaximumPoolSize(MOST_CONNECTIONS);
        config.setMinimumIdle(0);
        config.setIdleTimeout(IDLE);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    /** As the server's superuser, whom no program of ours is ever given. */
    public DataSource superuser() {
        return server.superuser(name);
    }

    /** As a role of these tests; each call of {@code getConnection} connects anew. */
    public PGSimpleDataSource as(String role) {
        return server.dataSource(name, role);
    }

    /** Takes the database away, whoever is connected to it. */
    @Override
    public void close() {
        pools.values().forEach(HikariDataSource::close);
        server.execute("drop database if exists %s with (force)".formatted(name));
    }
}
