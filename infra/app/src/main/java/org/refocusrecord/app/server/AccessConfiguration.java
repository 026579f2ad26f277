package org.refocusrecord.app.server;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.refocusrecord.app.postgres.DatabaseAccess;
import org.refocusrecord.query.access.AccessKeeper;
import org.refocusrecord.query.access.AccessLog;
import org.refocusrecord.query.access.AccessMonths;
import org.refocusrecord.query.access.AccessSettings;
import org.refocusrecord.query.access.AccessTable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

import java.time.Clock;
import java.time.Duration;

import javax.sql.DataSource;

/**
 * The access log, and what is told of it. Where it takes nothing sessions are taken all the same,
 * so it has a health of its own beside readiness.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessSettings.class)
class AccessConfiguration {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Months come and go by the owner of the tables; whoever writes entries takes none away. */
    @Bean
    AccessMonths accessMonths(DatabaseAccess access, Clock clock, AccessSettings settings) {
        return new AccessMonths(access.as(access.owner()), clock, settings.keep());
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    AccessUpkeep accessUpkeep(AccessMonths months) {
        return new AccessUpkeep(months);
    }

    /** Let go of by the access log, which writes to its end what waits. */
    @Bean(destroyMethod = "")
    AccessKeeper accessKeeper(
            @Qualifier("accessWriter") DataSource connections, AccessMonths months) {
        return new AccessTable(connections, months);
    }

    /** It writes as soon as this month is there. */
    @Bean(initMethod = "start", destroyMethod = "close")
    @DependsOn("accessUpkeep")
    AccessLog accessLog(AccessKeeper keeper, AccessSettings settings, Clock clock) {
        return new AccessLog(keeper, settings, clock);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    AccessWatch accessWatch(AccessLog accesses) {
        return new AccessWatch(accesses, PATIENCE);
    }

    @Bean
    HealthIndicator accessLogHealthIndicator(AccessWatch watch) {
        return () -> watch.isWell() ? Health.up().build() : Health.outOfService().build();
    }

    @Bean
    MeterBinder accessMeters(AccessLog accesses) {
        return registry -> {
            Gauge.builder("refocus.access.waiting", accesses, AccessLog::waiting)
                    .description("Entries of the access log that wait on this node.")
                    .register(registry);
            Gauge.builder("refocus.access.age", accesses, log -> log.age().toMillis() / 1_000.0)
                    .description("How long the oldest of them has waited.")
                    .baseUnit("seconds")
                    .register(registry);
            Gauge.builder("refocus.access.stuck", accesses, log -> log.fault() == null ? 0 : 1)
                    .description("1 while this node cannot write them; its log says why.")
                    .register(registry);
            FunctionCounter.builder("refocus.access.written", accesses, AccessLog::written)
                    .description("Entries that this node has written.")
                    .register(registry);
            FunctionCounter.builder(
                            "refocus.access.turned-away", accesses, AccessLog::refusedForRoom)
                    .description("Reads that this node refused, since no entry had room.")
                    .register(registry);
        };
    }
}
