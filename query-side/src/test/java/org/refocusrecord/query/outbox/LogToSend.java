package org.refocusrecord.query.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.refocusrecord.eventlog.Appending;
import org.refocusrecord.eventlog.Arrivals;
import org.refocusrecord.eventlog.EventIds;
import org.refocusrecord.eventlog.EventLog;
import org.refocusrecord.eventlog.Forgetting;
import org.refocusrecord.eventlog.LogReads;
import org.refocusrecord.eventlog.keys.MasterKeyFile;
import org.refocusrecord.eventlog.keys.Randomness;
import org.refocusrecord.eventlog.store.Append;
import org.refocusrecord.eventlog.store.AppendResult;
import org.refocusrecord.eventlog.store.ContentGuard;
import org.refocusrecord.eventlog.store.Erasure;
import org.refocusrecord.eventlog.store.LogMigrations;
import org.refocusrecord.eventlog.store.LogStore;
import org.refocusrecord.eventlog.store.NewRow;
import org.refocusrecord.eventlog.store.RecordKeyRow;
import org.refocusrecord.eventlog.store.UsedKey;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.ServiceUserId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.casefile.CaseOpened;
import org.refocusrecord.events.log.HeadsNoted;
import org.refocusrecord.testkit.TestDatabase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import javax.sql.DataSource;

/**
 * A log on a real database, to which events are appended by hand, of this program and of others.
 */
final class LogToSend implements AutoCloseable {

    static final Person PERSON = new Person(Party.SERVICE_USER, new UUID(4, 1).toString());
    private static final Instant AT = Instant.parse("2012-03-14T10:00:00Z");

    final TestDatabase database = TestDatabase.migrated("log", LogMigrations::apply);
    private final HikariDataSource appender = pool(database.as("refocus_appender"));
    private final HikariDataSource reader = pool(database.reader());
    private final Path key = keyFile();
    final EventLog log =
            new EventLog(
                    new LogStore(appender),
                    new MasterKeyFile(key, Randomness.secure()).open(false),
                    Randomness.secure());
    final LogReads reads = log.readThrough(new LogStore(reader));
    final Arrivals arrivals = new Arrivals(database.reader());

    private static HikariDataSource pool(DataSource dataSource) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(dataSource);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    private static Path keyFile() {
        try {
            Path folder = Files.createTempDirectory("refocus-outbox-test");
            folder.toFile().deleteOnExit();
            Path key = folder.resolve("master.key");
            key.toFile().deleteOnExit();
            return key;
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    OutboxFeed feed() {
        return OutboxFeed.of(reads, arrivals);
    }

    long head() {
        return log.head().position();
    }

    /** Opens a case, and answers with its stream. */
    String opened() {
        CaseId id = new CaseId(UUID.randomUUID());
        String stream = "case/" + id;
        record(
                stream,
                new CaseOpened(
                        command(),
                        id,
                        new ServiceUserId(new UUID(4, 1)),
                        "SLAM",
                        new TeamId(UUID.randomUUID()),
                        null,
                        LocalDate.of(2012, 1, 2),
                        PERSON));
        return stream;
    }

    static CommandId command() {
        return new CommandId(UUID.randomUUID());
    }

    /** Records events of this program; the id of the first. */
    EventId record(String stream, Event... events) {
        return record(stream, new Forgetting.Nothing(), events);
    }

    EventId record(String stream, Forgetting forgetting, Event... events) {
        return record(stream, command(), forgetting, events);
    }

    EventId record(String stream, CommandId command, Forgetting forgetting, Event... events) {
        return log.append(
                        new Appending(
                                stream,
                                log.store().nextSequence(stream),
                                null,
                                command,
                                "{}",
                                "account",
                                PERSON,
                                Stream.of(events)
                                        .map(event ->
                                                new Appending.Pending(EventIds.next(), event, AT))
                                        .toList(),
                                forgetting))
                .lines()
                .getFirst()
                .eventId();
    }

    /** As many events of a case, as some program may write them, in one command. */
    void stored(String stream, String type, List<String> payloads) {
        stored(stream, payloads.stream().map(payload -> row(type, payload)).toList());
    }

    /** One of this id. */
    void stored(String stream, UUID eventId, String type, String payload) {
        stored(stream, List.of(new NewRow(eventId, type, 1, AT, payload.getBytes(UTF_8), null)));
    }

    private void stored(String stream, List<NewRow> rows) {
        RecordKeyRow living = log.store().recordKeys(stream).getLast();
        UsedKey used = new UsedKey(living.id(), living.generation(), null);
        AppendResult result =
                log.store()
                        .append(
                                new Append(
                                        UUID.randomUUID(),
                                        new ContentGuard(new byte[32], living.id()),
                                        stream,
                                        log.store().nextSequence(stream),
                                        null,
                                        "account",
                                        "OTHER/registry",
                                        rows,
                                        used,
                                        Erasure.NONE));
        assertThat(result).isInstanceOf(AppendResult.Appended.class);
    }

    private static NewRow row(String type, String payload) {
        return new NewRow(EventIds.next().value(), type, 1, AT, payload.getBytes(UTF_8), null);
    }

    /** What the log notes about itself. */
    void noted() {
        record(
                HeadsNoted.STREAM,
                new HeadsNoted(
                        command(),
                        HeadsNoted.TREE,
                        log.head().position(),
                        1L,
                        "00".repeat(32),
                        new Person(Party.OTHER, "log/itself")));
    }

    /** How often somebody has claimed a topic. */
    long claims() {
        return count("select last_value from refocus_outbox.claim");
    }

    /** A number that the database says. */
    long count(String query) {
        try (Connection connection = database.superuser().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** As the superuser of the database. */
    void execute(String sql) {
        try (Connection connection = database.superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        arrivals.close();
        appender.close();
        reader.close();
        database.close();
    }
}
