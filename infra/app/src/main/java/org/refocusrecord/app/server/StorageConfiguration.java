package org.refocusrecord.app.server;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;

import io.micrometer.core.instrument.MeterRegistry;

import org.postgresql.ds.PGSimpleDataSource;
import org.refocusrecord.app.postgres.DatabaseAccess;
import org.refocusrecord.eventlog.Arrivals;
import org.refocusrecord.eventlog.EventLog;
import org.refocusrecord.eventlog.LogReads;
import org.refocusrecord.eventlog.keys.MasterKey;
import org.refocusrecord.eventlog.keys.Randomness;
import org.refocusrecord.eventlog.store.KeyWiping;
import org.refocusrecord.eventlog.store.LogStore;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

import java.time.Duration;

import javax.sql.DataSource;

/**
 * The log and the ways into its database. Recording, reading and the views have pools of their own,
 * so that many readers never keep a session from being recorded, nor views from moving. Who reads
 * does so as the role that reads: only who records may write to the log.
 */
@Configuration(proxyBeanMethods = false)
class StorageConfiguration {
    // Somebody may take a connection and then say nothing.
    private static final int SECONDS_TO_LOG_IN = 10;
    private static final Duration TO_BEGIN = Duration.ofMinutes(1);

    // Who listens asks how far the log has come, and hears nothing meanwhile.
    private static final Duration TO_ANSWER_A_LISTENER = Duration.ofSeconds(5);

    private static final Duration TO_WRITE_WHO_READ = Duration.ofSeconds(10);

    private static final String MISSED =
            "-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3";

    @Bean
    HikariDataSource appender(
            DatabaseAccess access, PoolSettings settings, MeterRegistry registry) {
        return pool("appender", access.as(access.appender()), settings.appender(), registry);
    }

    @Bean
    HikariDataSource reader(DatabaseAccess access, PoolSettings settings, MeterRegistry registry) {
        return pool("reader", access.as(access.projector()), settings.reader(), registry);
    }

    @Bean
    HikariDataSource projector(
            DatabaseAccess access, PoolSettings settings, MeterRegistry registry) {
        return pool("projector", access.as(access.projector()), settings.projector(), registry);
    }

    @Bean
    EventLog eventLog(
            @Qualifier("appender") DataSource appender,
            MasterKey masterKey,
            ServiceSettings settings) {
        LogStore store = new LogStore(appender, settings.mostWaiting());
        return new EventLog(store, masterKey, Randomness.secure());
    }

    /** The log for whoever reads it at a door. */
    @Bean
    @Primary
    LogReads logReads(EventLog log, @Qualifier("reader") DataSource reader) {
        return log.readThrough(new LogStore(reader));
    }

    /**
     * The log as views are made from it. Whoever moves a view holds one connection of its pool and
     * reads the log through another.
     */
    @Bean
    LogReads logOfViews(EventLog log, @Qualifier("projector") DataSource projector) {
        return log.readThrough(new LogStore(projector));
    }

    /**
     * Listens on a connection that no pool lends, since it is never given back. Where no answer
     * comes in time it is given up for another, and whatever may not have been heard is made up
     * for; the wait for what is said next has an end of its own, whatever is set here.
     */
    @Bean
    Arrivals arrivals(DatabaseAccess access, EventLog log) {
        PGSimpleDataSource listening = access.as(access.projector());
        listening.setLoginTimeout(SECONDS_TO_LOG_IN);
        impatient(listening, TO_ANSWER_A_LISTENER);
        return new Arrivals(listening, log);
    }

    /**
     * A node holds its share of the views on a connection that no pool lends: with its session all
     * that it holds is free.
     */
    @Bean
    DataSource claims(DatabaseAccess access) {
        PGSimpleDataSource claiming = access.as(access.projector());
        claiming.setTcpKeepAlive(true);
        claiming.setLoginTimeout(SECONDS_TO_LOG_IN);
        return claiming;
    }

    /**
     * Who read what is written on a connection that no pool lends, so that it takes none from
     * whoever records, reads or moves views, and waits for none of them.
     */
    @Bean
    DataSource accessWriter(DatabaseAccess access) {
        PGSimpleDataSource writing = access.as(access.projector());
        writing.setLoginTimeout(SECONDS_TO_LOG_IN);
        impatient(writing, TO_WRITE_WHO_READ);
        return writing;
    }

    @Bean
    KeyWipes keyWipes(KeyWiping wiping, KeySettings settings) {
        return new KeyWipes(wiping, settings);
    }

    private static HikariDataSource pool(
            String name,
            PGSimpleDataSource connections,
            PoolSettings.Pool settings,
            MeterRegistry registry) {
        impatient(connections, settings.statementTimeout());
        HikariConfig pool = new HikariConfig();
        pool.setPoolName(name);
        pool.setDataSource(connections);
        pool.setMaximumPoolSize(settings.size());
        pool.setMinimumIdle(2);
        pool.setConnectionTimeout(settings.connectionTimeout().toMillis());
        // It was there a moment ago: a database that is slow just then keeps no server from
        // starting.
        pool.setInitializationFailTimeout(TO_BEGIN.toMillis());
        pool.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(registry));
        return new HikariDataSource(pool);
    }

    /**
     * Nobody holds a lock, or waits, for longer than a statement may run, whatever becomes of the
     * caller; a host that vanished is missed sooner.
     */
    private static void impatient(PGSimpleDataSource connections, Duration statement) {
        connections.setTcpKeepAlive(true);
        connections.setOptions(
                "-c statement_timeout=%1$d -c idle_in_transaction_session_timeout=%1$d %2$s"
                        .formatted(statement.toMillis(), MISSED));
        connections.setSocketTimeout(seconds(statement.plusSeconds(30)));
    }

    private static int seconds(Duration duration) {
        return Math.toIntExact(duration.toSeconds());
    }
}
