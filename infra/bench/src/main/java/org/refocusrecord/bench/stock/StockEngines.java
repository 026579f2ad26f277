package org.refocusrecord.bench.stock;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;

import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.jpa.SimpleEntityManagerProvider;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.eventsourcing.eventstore.jpa.JpaEventStorageEngine;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.hibernate.dialect.PostgreSQLDialect;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;

import javax.sql.DataSource;

/** Axon's engines as Spring Boot would make them. */
public final class StockEngines {

    private StockEngines() {}

    /** The JDBC engine, with or without a cache of aggregates in front. */
    public static Stock jdbc(DataSource dataSource, boolean cached) {
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(dataSource);
        EventStorageEngine engine = jdbcEngine(dataSource, transactions, 100);
        return Stock.over(engine, transactions, cached ? new StrongCache() : null);
    }

    /** The JDBC engine alone, reading so many events at once. */
    public static JdbcEventStorageEngine jdbcEngine(
            DataSource dataSource, PlatformTransactionManager transactions, int batch) {
        JdbcEventStorageEngine engine =
                JdbcEventStorageEngine.builder()
                        .connectionProvider(
                                new UnitOfWorkAwareConnectionProviderWrapper(
                                        new SpringDataSourceConnectionProvider(dataSource)))
                        .transactionManager(new SpringTransactionManager(transactions))
                        .eventSerializer(Stock.serializer())
                        .snapshotSerializer(Stock.serializer())
                        .batchSize(batch)
                        .build();
        if (!isThere(dataSource, "domainevententry")) {
            new TransactionTemplate(transactions)
                    .executeWithoutResult(
                            _ -> engine.createSchema(PostgresEventTableFactory.INSTANCE));
        }
        return engine;
    }

    private static boolean isThere(DataSource dataSource, String table) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement("select to_regclass(?)")) {
            query.setString(1, table);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getString(1) != null;
            }
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** The JPA engine on Hibernate, as it comes: payloads are large objects, kept elsewhere. */
    public static Stock jpa(DataSource dataSource, String schema, boolean cached) {
        return jpa(dataSource, schema, PostgreSQLDialect.class, cached);
    }

    /** The same, with payloads in the rows, as Axon's guide to PostgreSQL advises. */
    public static Stock jpaInRows(DataSource dataSource, String schema) {
        return jpa(dataSource, schema, BytesInRows.class, false);
    }

    /** Its tables are in a schema of their own. */
    private static Stock jpa(
            DataSource dataSource,
            String schema,
            Class<? extends PostgreSQLDialect> dialect,
            boolean cached) {
        LocalContainerEntityManagerFactoryBean bean = new LocalContainerEntityManagerFactoryBean();
        bean.setDataSource(dataSource);
        bean.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
        bean.setPackagesToScan(
                "org.axonframework.eventsourcing.eventstore.jpa",
                "org.axonframework.eventhandling");
        bean.setJpaPropertyMap(
                Map.of(
                        "hibernate.hbm2ddl.auto",
                        // To update looks for sequences in all schemas, and takes another's for its
                        // own.
                        isThere(dataSource, schema + ".domainevententry") ? "none" : "create-only",
                        "hibernate.default_schema",
                        schema,
                        "hibernate.dialect",
                        dialect.getName()));
        bean.afterPropertiesSet();
        EntityManagerFactory factory = Objects.requireNonNull(bean.getObject());
        JpaTransactionManager transactions = new JpaTransactionManager(factory);
        EntityManager shared = SharedEntityManagerCreator.createSharedEntityManager(factory);
        EventStorageEngine engine =
                JpaEventStorageEngine.builder()
                        .entityManagerProvider(new SimpleEntityManagerProvider(shared))
                        .transactionManager(new SpringTransactionManager(transactions))
                        .eventSerializer(Stock.serializer())
                        .snapshotSerializer(Stock.serializer())
                        .build();
        return Stock.over(engine, transactions, cached ? new StrongCache() : null);
    }
}
