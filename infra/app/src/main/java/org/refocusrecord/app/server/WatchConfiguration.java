package org.refocusrecord.app.server;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.refocusrecord.eventlog.EventLog;
import org.refocusrecord.eventlog.seal.Sealed;
import org.refocusrecord.eventlog.seal.Sealer;
import org.refocusrecord.eventlog.store.LogStore;
import org.refocusrecord.query.walk.WalkTurns;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;
import java.time.Duration;

import javax.sql.DataSource;

/**
 * What is told of the log, its seal and long reads to those who look after the service. A seal that
 * stands still keeps nobody from recording, so it has a health of its own beside readiness.
 */
@Configuration(proxyBeanMethods = false)
class WatchConfiguration {

    /** Beside the time in which a checkpoint is due. */
    private static final Duration LENIENCE = Duration.ofSeconds(20);

    @Bean(initMethod = "start", destroyMethod = "close")
    SealWatch sealWatch(
            EventLog log,
            @Qualifier("appender") DataSource appender,
            Sealer sealer,
            SealProperties properties,
            Clock clock) {
        Duration patience = properties.checkpointEvery().plus(LENIENCE);
        return new SealWatch(log, new Sealed(appender), sealer, patience, clock);
    }

    @Bean
    HealthIndicator sealingHealthIndicator(SealWatch watch) {
        return () -> {
            try {
                return watch.isWell() ? Health.up().build() : Health.outOfService().build();
            } catch (RuntimeException away) {
                return Health.outOfService().build();
            }
        };
    }

    @Bean
    MeterBinder logMeters(EventLog log, SealWatch watch) {
        return registry -> {
            Gauge.builder("refocus.log.waiting", log.store(), LogStore::waiting)
                    .description("Commands that wait on this node to be written.")
                    .register(registry);
            Gauge.builder("refocus.log.head", watch, SealWatch::head)
                    .description("The position of the newest event.")
                    .register(registry);
            Gauge.builder("refocus.seal.position", watch, SealWatch::sealedTo)
                    .description("Up to which position the newest checkpoint goes.")
                    .register(registry);
            Gauge.builder("refocus.seal.age", watch, SealWatch::secondsSinceTheLast)
                    .description("How long ago the newest checkpoint was signed.")
                    .baseUnit("seconds")
                    .register(registry);
            Gauge.builder("refocus.seal.stuck", watch, seal -> seal.fault() == null ? 0 : 1)
                    .description("1 while this node's seal does not move; its log says why.")
                    .register(registry);
        };
    }

    @Bean
    MeterBinder walkMeters(WalkTurns turns) {
        return registry -> {
            Gauge.builder("refocus.walks", turns, WalkTurns::wholeUnderWay)
                    .tag("of", "all")
                    .description("Reads of this node that go through all cases there are.")
                    .register(registry);
            Gauge.builder("refocus.walks", turns, WalkTurns::pagesUnderWay)
                    .tag("of", "page")
                    .description("Reads of this node that go through cases until a page is full.")
                    .register(registry);
            Gauge.builder("refocus.walks.waiting", turns, WalkTurns::waiting)
                    .description("How many of them wait for their turn.")
                    .register(registry);
        };
    }
}
