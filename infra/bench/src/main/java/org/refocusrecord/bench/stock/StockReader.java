package org.refocusrecord.bench.stock;

import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.PostgresTokenTableFactory;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.StreamableMessageSource;
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
 * One of Axon's streaming processors with its tokens in the database, one segment, a transaction a
 * batch. Pooled streaming is the fastest that was found for replays; tracking, which Spring Boot
 * takes by itself, hears of what was recorded in its own process at once.
 */
public final class StockReader implements AutoCloseable {

    private final ScheduledExecutorService threads;
    private final StreamingEventProcessor processor;

    private StockReader(ScheduledExecutorService threads, StreamingEventProcessor processor) {
        this.threads = threads;
        this.processor = processor;
    }

    /**
     * A pooled streaming processor, not started.
     *
     * @param fromHead whether only what is new is handled; else all from the beginning
     * @param batch how many events a transaction
     */
    public static StockReader pooled(
            DataSource dataSource,
            EventStore store,
            boolean fromHead,
            int batch,
            Consumer<EventMessage<?>> handler) {
        ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);
        return new StockReader(
                threads,
                PooledStreamingEventProcessor.builder()
                        .name(newName())
                        .messageSource(store)
                        .tokenStore(tokens(dataSource))
                        .transactionManager(transactions(dataSource))
                        .eventHandlerInvoker(invoker(handler))
                        .coordinatorExecutor(threads)
                        .workerExecutor(threads)
                        .initialSegmentCount(1)
                        .initialToken(source -> beginning(source, fromHead))
                        .batchSize(batch)
                        .build());
    }

    /** A tracking processor of one thread, not started; the same parameters. */
    public static StockReader tracking(
            DataSource dataSource,
            EventStore store,
            boolean fromHead,
            int batch,
            Consumer<EventMessage<?>> handler) {
        return new StockReader(
                Executors.newScheduledThreadPool(1),
                TrackingEventProcessor.builder()
                        .name(newName())
                        .messageSource(store)
                        .tokenStore(tokens(dataSource))
                        .transactionManager(transactions(dataSource))
                        .eventHandlerInvoker(invoker(handler))
                        .trackingEventProcessorConfiguration(
                                TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                                        .andInitialTrackingToken(
                                                source -> beginning(source, fromHead))
                                        .andBatchSize(batch))
                        .build());
    }

    private static String newName() {
        return "bench-" + UUID.randomUUID();
    }

    private static TrackingToken beginning(
            StreamableMessageSource<TrackedEventMessage<?>> source, boolean fromHead) {
        return fromHead ? source.createHeadToken() : source.createTailToken();
    }

    private static TransactionManager transactions(DataSource dataSource) {
        return new SpringTransactionManager(new DataSourceTransactionManager(dataSource));
    }

    private static TokenStore tokens(DataSource dataSource) {
        JdbcTokenStore tokens =
                JdbcTokenStore.builder()
                        .connectionProvider(
                                new UnitOfWorkAwareConnectionProviderWrapper(
                                        new SpringDataSourceConnectionProvider(dataSource)))
                        .serializer(Stock.serializer())
                        .build();
        new TransactionTemplate(new DataSourceTransactionManager(dataSource))
                .executeWithoutResult(_ -> tokens.createSchema(PostgresTokenTableFactory.INSTANCE));
        return tokens;
    }

    private static EventHandlerInvoker invoker(Consumer<EventMessage<?>> handler) {
        EventMessageHandler handling =
                message -> {
                    handler.accept(message);
                    return null;
                };
        return SimpleEventHandlerInvoker.builder().eventHandlers(handling).build();
    }

    /** From now on it handles what there is and what comes. */
    public void start() {
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
