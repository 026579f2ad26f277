package org.refocusrecord.app.server;

import org.refocusrecord.eventlog.EventLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.function.BooleanSupplier;

/**
 * What must be so before anybody is sent here: the log for whoever records, the views too for
 * whoever reads.
 */
@Configuration(proxyBeanMethods = false)
class ReadinessConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ReadinessConfiguration.class);

    @Bean
    HealthIndicator logHealthIndicator(EventLog log) {
        return () -> healthIf(() -> log.head().position() >= 0);
    }

    @Bean
    HealthIndicator projectionsHealthIndicator(ObjectProvider<Projections> projections) {
        return () -> healthIf(() -> projections.stream().allMatch(Projections::haveCaughtUp));
    }

    /** Whatever keeps it from answering, keeps it from being ready. */
    private static Health healthIf(BooleanSupplier isWell) {
        try {
            return isWell.getAsBoolean() ? Health.up().build() : Health.outOfService().build();
        } catch (RuntimeException fault) {
            LOG.debug("not ready", fault);
            return Health.outOfService().build();
        }
    }
}
