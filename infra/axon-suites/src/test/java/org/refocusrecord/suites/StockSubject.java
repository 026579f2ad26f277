package org.refocusrecord.suites;

import com.zaxxer.hikari.HikariDataSource;

import org.axonframework.common.IdentifierFactory;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import javax.sql.DataSource;

/** Axon's own JDBC engine, as it comes but for the patience that a scenario names. */
final class StockSubject implements Subject {

    private final OpenLog database = new OpenLog();
    private final HikariDataSource pool = OpenLog.pool(database.database().owner());
    private final @Nullable Integer gapTimeoutMillis;
    private final JdbcEventStorageEngine engine;
    private final List<String> acknowledged = new ArrayList<>();
    private Duration back = Duration.ZERO;

    StockSubject(@Nullable Integer gapTimeoutMillis) {
        this.gapTimeoutMillis = gapTimeoutMillis;
        this.engine = engine(pool::getConnection);
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
    }

    private JdbcEventStorageEngine engine(ConnectionProvider connections) {
        JdbcEventStorageEngine.Builder builder =
                JdbcEventStorageEngine.builder()
                        .connectionProvider(connections)
                        .transactionManager(NoTransactionManager.INSTANCE)
                        .eventSerializer(Jackson3Serializer.builder().build())
                        .snapshotSerializer(Jackson3Serializer.builder().build());
        if (gapTimeoutMillis != null) {
            builder.gapTimeout(gapTimeoutMillis);
        }
        return builder.build();
    }

    @Override
    public void append(String name) {
        engine.appendEvents(event(name, 0, name));
        acknowledged.add(name);
    }

    @Override
    public void appendAll(String name, int count) {
        Held held = hold(name, count);
        held.commit();
    }

    private List<DomainEventMessage<?>> events(String name, int count) {
        return IntStream.range(0, count)
                .<DomainEventMessage<?>>mapToObj(
                        sequence -> event(name, sequence, numbered(name, sequence, count)))
                .toList();
    }

    /** What so many events of a name are called. */
    static List<String> names(String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(sequence -> numbered(name, sequence, count))
                .toList();
    }

    static String numbered(String name, int sequence, int count) {
        return count == 1 ? name : name + "-" + sequence;
    }

    private DomainEventMessage<?> event(String stream, long sequence, String payload) {
        return new GenericDomainEventMessage<>(
                "type",
                stream,
                sequence,
                payload,
                MetaData.emptyInstance(),
                IdentifierFactory.getInstance().generateIdentifier(),
                Instant.now().minus(back));
    }

    @Override
    public Held hold(String name, int count) {
        try {
            Connection connection = pool.getConnection();
            connection.setAutoCommit(false);
            DataSource kept = new KeptOpen(connection);
            engine(kept::getConnection).appendEvents(events(name, count));
            return new Transaction(connection, names(name, count));
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private final class Transaction implements Held {

        private final Connection connection;
        private final List<String> names;

        Transaction(Connection connection, List<String> names) {
            this.connection = connection;
            this.names = names;
        }

        @Override
        public void commit() {
            end(Connection::commit);
            acknowledged.addAll(names);
        }

        @Override
        public void rollBack() {
            end(Connection::rollback);
        }

        private void end(Ending ending) {
            try (Connection ended = connection) {
                ending.of(ended);
                ended.setAutoCommit(true);
            } catch (SQLException refused) {
                throw new IllegalStateException(refused);
            }
        }
    }

    private interface Ending {
        void of(Connection connection) throws SQLException;
    }

    @Override
    public Reader reader() {
        return new Reader() {
            private @Nullable TrackingToken token;

            @Override
            public List<String> read() {
                List<String> names = new ArrayList<>();
                engine.readEvents(token, false).forEach(message -> names.add(name(message)));
                return names;
            }

            private String name(TrackedEventMessage<?> message) {
                token = message.trackingToken();
                return (String) message.getPayload();
            }
        };
    }

    @Override
    public List<String> acknowledged() {
        return acknowledged;
    }

    @Override
    public void setClocksBack(Duration duration) {
        back = duration;
    }

    @Override
    public void settle() {}

    @Override
    public void close() {
        pool.close();
        database.close();
    }
}
