package org.refocusrecord.bench.stock;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One stock Axon on one stock engine: simple command bus, a Spring transaction around each command,
 * events as JSON.
 */
public final class Stock implements AutoCloseable {

    private final Configuration configuration;
    private final EventStorageEngine engine;

    private Stock(Configuration configuration, EventStorageEngine engine) {
        this.configuration = configuration;
        this.engine = engine;
    }

    /** Over this engine; without a cache where it is null. */
    static Stock over(
            EventStorageEngine engine,
            PlatformTransactionManager transactions,
            @Nullable Cache cache) {
        AggregateConfigurer<StockCase> aggregate =
                AggregateConfigurer.defaultConfiguration(StockCase.class);
        if (cache != null) {
            aggregate.configureCache(none -> cache);
        }
        TransactionManager manager = new SpringTransactionManager(transactions);
        Configurer configurer =
                DefaultConfigurer.defaultConfiguration(false)
                        .configureSerializer(none -> serializer())
                        .configureTransactionManager(none -> manager)
                        .configureEmbeddedEventStore(none -> engine)
                        .configureAggregate(aggregate);
        return new Stock(configurer.start(), engine);
    }

    static Serializer serializer() {
        return Jackson3Serializer.builder().build();
    }

    /** Its configuration. */
    public Configuration configuration() {
        return configuration;
    }

    /** Its engine. */
    public EventStorageEngine engine() {
        return engine;
    }

    /** Sends a command, with metadata as our own has columns; throws what the handler throws. */
    public void send(Object command, String postedBy) {
        CommandBus bus = configuration.commandBus();
        AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
        bus.dispatch(
                GenericCommandMessage.asCommandMessage(command)
                        .andMetaData(MetaData.from(Map.of("postedBy", postedBy))),
                (message, result) -> {
                    if (result.isExceptional()) {
                        thrown.set(result.exceptionResult());
                    }
                });
        Throwable failed = thrown.get();
        if (failed != null) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        configuration.shutdown();
    }
}
