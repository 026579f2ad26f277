package org.refocusrecord.suites;

import com.zaxxer.hikari.HikariDataSource;

import org.refocusrecord.eventlog.Appending;
import org.refocusrecord.eventlog.Appending.Pending;
import org.refocusrecord.eventlog.EventIds;
import org.refocusrecord.eventlog.EventLog;
import org.refocusrecord.eventlog.LogPages;
import org.refocusrecord.eventlog.Logged;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.eventlog.Unreadable;
import org.refocusrecord.eventlog.store.LogFault;
import org.refocusrecord.eventlog.store.LogNotReachable;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.JsonText;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.StudyId;
import org.refocusrecord.events.study.DefinitionPublished;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

import javax.sql.DataSource;

/**
 * Our log. An append is kept open by a trigger that waits, in the transaction and after its rows
 * are written, for a lock that the scenario holds; whatever comes behind waits too, so every append
 * has a thread of its own. Two nodes take turns.
 */
final class OurSubject implements Subject {

    private static final Person SOMEBODY = new Person(Party.OTHER, "somebody");
    private static final String SLOW =
            """
            create function refocus_log.wait_in_test() returns trigger language plpgsql as $$
            begin
                perform pg_advisory_xact_lock_shared(4711, hashtext(new.stream));
                return null;
            end
            $$
            """;
    private static final String TRIGGER =
            "create trigger wait_in_test after insert on refocus_log.event"
                    + " for each row execute function refocus_log.wait_in_test()";
    private static final String WAITING =
            "select count(*) from pg_locks where locktype = 'advisory' and classid = 4711"
                    + " and not granted";

    private final OpenLog database = new OpenLog();
    private final HikariDataSource other = OpenLog.pool(database.database().as("refocus_appender"));
    private final List<EventLog> nodes = List.of(database.log(), database.node(other));
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final ConcurrentLinkedQueue<CompletableFuture<?>> pending =
            new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private Clock clock = Clock.systemUTC();
    private int turn;

    OurSubject() {
        execute(database.database().owner(), SLOW);
        execute(database.database().owner(), TRIGGER);
    }

    private static void execute(DataSource dataSource, String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    @Override
    public void append(String name) {
        appendAll(name, 1);
    }

    @Override
    public void appendAll(String name, int count) {
        pending.add(started(name, count));
        pause();
    }

    /** In the caller's own thread. */
    void appendNow(String name) {
        nodes.getFirst().append(appending(name));
        acknowledged.add(name);
    }

    /** So many writers at once, each with so many appends, on both nodes. */
    CompletableFuture<?> rush(int writers, int each) {
        return CompletableFuture.allOf(
                IntStream.range(0, writers)
                        .mapToObj(writer ->
                                CompletableFuture.runAsync(() -> write(writer, each), callers))
                        .toArray(CompletableFuture<?>[]::new));
    }

    private void write(int writer, int count) {
        for (int index = 0; index < count; index++) {
            String name = writer + " says " + index;
            nodes.get(writer % nodes.size()).append(appending(name));
            acknowledged.add(name);
        }
    }

    /** Time enough to commit, if nothing is in the way. */
    private void pause() {
        try {
            CompletableFuture.allOf(pending.toArray(CompletableFuture<?>[]::new))
                    .get(200, TimeUnit.MILLISECONDS);
        } catch (TimeoutException inTheWay) {
            // Somebody holds a transaction open.
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private CompletableFuture<?> started(String name, int count) {
        EventLog node = nodes.get(turn++ % nodes.size());
        Appending appending = appending(name, count, clock.instant());
        return CompletableFuture.runAsync(
                () -> {
                    node.append(appending);
                    acknowledged.addAll(StockSubject.names(name, count));
                },
                callers);
    }

    /** One event of a stream of its own. */
    static Appending appending(String name) {
        return appending(name, 1, Instant.now());
    }

    private static Appending appending(String name, int count, Instant now) {
        CommandId command = new CommandId(EventIds.next().value());
        Instant occurredAt = now.truncatedTo(ChronoUnit.MICROS);
        List<Pending> events =
                IntStream.range(0, count)
                        .mapToObj(sequence ->
                                new Pending(
                                        EventIds.next(),
                                        event(
                                                command,
                                                StockSubject.numbered(name, sequence, count)),
                                        occurredAt))
                        .toList();
        return Appending.whateverCameLast(
                stream(name), 0, command, "{}", "somebody", SOMEBODY, events);
    }

    private static String stream(String name) {
        return "study/" + name;
    }

    private static DefinitionPublished event(CommandId command, String name) {
        return new DefinitionPublished(
                command, new StudyId(new UUID(0, 1)), name, "1", new JsonText("{}"), SOMEBODY);
    }

    @Override
    public Held hold(String name, int count) {
        try {
            Connection holding = database.database().as("refocus_owner").getConnection();
            try (Statement statement = holding.createStatement()) {
                statement.execute(
                        "select pg_advisory_lock(4711, hashtext('%s'))".formatted(stream(name)));
            }
            CompletableFuture<?> append = started(name, count);
            awaitWaiting();
            return new Waiting(holding, stream(name), append);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** The first of several waits in its transaction, the others for the first. */
    private void awaitWaiting() throws SQLException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        DataSource owner = database.database().owner();
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            while (System.nanoTime() < end) {
                try (ResultSet row = statement.executeQuery(WAITING)) {
                    row.next();
                    if (row.getInt(1) > 0) {
                        return;
                    }
                }
            }
        }
        throw new IllegalStateException("nothing is held open");
    }

    private final class Waiting implements Held {

        private final Connection holding;
        private final String stream;
        private final CompletableFuture<?> append;

        Waiting(Connection holding, String stream, CompletableFuture<?> append) {
            this.holding = holding;
            this.stream = stream;
            this.append = append;
        }

        @Override
        public void commit() {
            pending.add(append);
            release();
            pause();
        }

        @Override
        public void rollBack() {
            execute(
                    database.database().superuser(),
                    """
                    select pg_cancel_backend(pid) from pg_locks
                     where locktype = 'advisory' and classid = 4711 and not granted
                       and objid = (hashtext('%s')::bigint & 4294967295)::oid
                    """
                            .formatted(stream));
            append.handle(
                            (_, failed) -> {
                                Throwable cause = failed == null ? null : failed.getCause();
                                if (cause instanceof LogFault || cause instanceof LogNotReachable) {
                                    return true;
                                }
                                throw new IllegalStateException("not rolled back", failed);
                            })
                    .join();
            release();
        }

        private void release() {
            try {
                holding.close();
            } catch (SQLException refused) {
                throw new IllegalStateException(refused);
            }
        }
    }

    @Override
    public Reader reader() {
        EventLog node = nodes.get(turn++ % nodes.size());
        return new Reader() {
            private long position;

            @Override
            public List<String> read() {
                List<String> names = new ArrayList<>();
                try (LogPages<?, Logged> pages = node.pages(position, 1_000)) {
                    pages.stream()
                            .forEach(logged -> {
                                if (logged.position() != ++position) {
                                    throw new IllegalStateException(
                                            "a hole before " + logged.position());
                                }
                                names.add(
                                        switch (logged) {
                                            case RecordedEvent event ->
                                                    ((DefinitionPublished) event.event()).name();
                                            case Unreadable unreadable -> unreadable.cause();
                                        });
                            });
                }
                return names;
            }
        };
    }

    @Override
    public List<String> acknowledged() {
        return List.copyOf(acknowledged);
    }

    /** The callers', of which an event has its {@code occurredAt}, and the log's own. */
    @Override
    public void setClocksBack(Duration duration) {
        clock = Clock.offset(Clock.systemUTC(), duration.negated());
        execute(
                database.database().owner(),
                """
                do $$
                declare
                    v_place text := pg_get_functiondef('refocus_log.place'::regproc);
                begin
                    if position('clock_timestamp()' in v_place) = 0 then
                        raise 'the log goes by another clock';
                    end if;
                    execute replace(v_place, 'clock_timestamp()',
                        'clock_timestamp() - make_interval(secs => %d)');
                end
                $$
                """
                        .formatted(duration.toSeconds()));
    }

    @Override
    public void settle() {
        CompletableFuture.allOf(pending.toArray(CompletableFuture<?>[]::new)).join();
    }

    @Override
    public void close() {
        callers.shutdownNow();
        other.close();
        database.close();
    }
}
