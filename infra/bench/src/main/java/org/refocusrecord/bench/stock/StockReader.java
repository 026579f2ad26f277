package org.refocusrecord.bench.stock;

import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.PostgresTokenTableFactory;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;

import javax.sql.DataSource;

/**
 * Axon's pooled streaming processor with its tokens in the database, one segment, a transaction a
 * batch: the fastest of its stock settings that was found.
 */
public final class StockReader implements AutoCloseable {

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);
    private final PooledStreamingEventProcessor processor;

    /**
     * Starts at once.
     *
     * @param fromHead whether only what is new is handled; else all from the beginning
     * @param batch how many events a transaction
     */
    public StockReader(
            DataSource dataSource,
            EventStore store,
            boolean fromHead,
            int batch,
            Consumer<EventMessage<?>> handler) {
        DataSourceTransactionManager spring = new DataSourceTransactionManager(dataSource);
        TransactionManager transactions = new SpringTransactionManager(spring);
        JdbcTokenStore tokens =
                JdbcTokenStore.builder()
                        .connectionProvider(
                                new UnitOfWorkAwareConnectionProviderWrapper(
                                        new SpringDataSourceConnectionProvider(dataSource)))
                        .serializer(Stock.serializer())
                        .build();
        new TransactionTemplate(spring)
                .executeWithoutResult(_ -> tokens.createSchema(PostgresTokenTableFactory.INSTANCE));
        EventMessageHandler handling =
                message -> {
                    handler.accept(message);
                    return null;
                };
        processor =
                PooledStreamingEventProcessor.builder()
                        .name("bench-" + UUID.randomUUID())
                        .messageSource(store)
                        .tokenStore(tokens)
                        .transactionManager(transactions)
                        .eventHandlerInvoker(
                                SimpleEventHandlerInvoker.builder().eventHandlers(handling).build())
                        .coordinatorExecutor(threads)
                        .workerExecutor(threads)
                        .initialSegmentCount(1)
                        .initialToken(source ->
                                fromHead ? source.createHeadToken() : source.createTailToken())
                        .batchSize(batch)
                        .build();
        processor.start();
    }

    /** The event store of another node on the same database. */
    public static EmbeddedEventStore otherNode(DataSource dataSource) {
        return EmbeddedEventStore.builder()
                .storageEngine(
                        StockEngines.jdbcEngine(
                                dataSource, new DataSourceTransactionManager(dataSource), 100))
                .build();
    }

    @Override
    public void close() {
        processor.shutDown();
        threads.shutdownNow();
    }
}
