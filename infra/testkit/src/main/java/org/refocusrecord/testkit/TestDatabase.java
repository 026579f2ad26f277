package org.refocusrecord.testkit;

import org.postgresql.ds.PGSimpleDataSource;

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

    private final TestServer server;
    private final String name;

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

    /** As the role that owns and migrates the tables. */
    public PGSimpleDataSource owner() {
        return as(TestServer.OWNER);
    }

    /** As the role that records. */
    public DataSource appender() {
        return as(TestServer.APPENDER);
    }

    /** As the role that reads. */
    public DataSource reader() {
        return as(TestServer.READER);
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
        server.execute("drop database if exists %s with (force)".formatted(name));
    }
}
