package org.refocusrecord.command;

import static org.refocusrecord.command.example.Meeting.session;
import static org.refocusrecord.command.example.Practices.valueTold;

import org.refocusrecord.command.example.Cast;
import org.refocusrecord.eventlog.keys.MasterKey;
import org.refocusrecord.eventlog.keys.MasterKeyFile;
import org.refocusrecord.eventlog.keys.Randomness;
import org.refocusrecord.eventlog.store.LogMigrations;
import org.refocusrecord.events.session.Entry;
import org.refocusrecord.testkit.TestDatabase;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;

import javax.sql.DataSource;

/** Nodes on one database that know a case or do not, and what can be done behind their backs. */
final class CaseOnNodes implements AutoCloseable {

    private static final int ENTRIES = 70;

    private final TestDatabase database = TestDatabase.migrated("log", LogMigrations::apply);
    private final Path keys;
    private final List<Node> nodes = new ArrayList<>();

    CaseOnNodes(Path keys) {
        this.keys = keys;
    }

    TestDatabase database() {
        return database;
    }

    Node node(long mostEvents) {
        return kept(new Node(database, master(), mostEvents));
    }

    Node node(ZoneId zone, Executor leisure) {
        return kept(new Node(database, master(), 10_000, zone, leisure));
    }

    private MasterKey master() {
        return new MasterKeyFile(keys.resolve("master.key"), Randomness.secure())
                .open(!nodes.isEmpty());
    }

    private Node kept(Node node) {
        nodes.add(node);
        return node;
    }

    /** Three of these, and the case has 216 events. */
    void told(Node node, String name) {
        node.records(
                session(
                        name,
                        IntStream.range(0, ENTRIES)
                                .mapToObj(index -> valueTold(name + index))
                                .toArray(Entry[]::new)));
    }

    void longCase(Node node) {
        told(node, "a");
        told(node, "b");
        told(node, "c");
    }

    void run(DataSource as, String sql) {
        try (Connection connection = as.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    /** As nobody can but who has the server. */
    void tampered(String sql) {
        run(
                database.superuser(),
                "alter table refocus_log.event disable trigger all;"
                        + sql
                        + ";alter table refocus_log.event enable always trigger event_only_grows");
    }

    String asked(String sql) {
        try (Connection connection = database.appender().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? String.valueOf(row.getString(1)) : "none";
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    /** Of the last event in the snapshot that there is. */
    String sequence() {
        return asked("select sequence from refocus_snapshots.snapshot");
    }

    /** Whoever reads that event fails; so who does not fail has gone on from a snapshot. */
    void anEarlyEventCannotBeRead() {
        tampered(
                "update refocus_log.event set payload = '{}' where sequence = 205 and stream ="
                        + " 'case/"
                        + Cast.CASE
                        + "'");
    }

    @Override
    public void close() {
        nodes.forEach(Node::close);
        database.close();
    }
}
