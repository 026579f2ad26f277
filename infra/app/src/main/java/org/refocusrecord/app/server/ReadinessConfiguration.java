package org.refocusrecord.app.server;

import org.refocusrecord.eventlog.EventLog;
import org.refocusrecord.eventlog.store.LogFault;
import org.refocusrecord.eventlog.store.LogNotReachable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;

/** What must be so before anybody is sent here. */
@Configuration(proxyBeanMethods = false)
class ReadinessConfiguration {

    @Bean
    HealthIndicator logHealthIndicator(EventLog log) {
        return () -> health(isReachable(log));
    }

    @Bean
    HealthIndicator projectionsHealthIndicator(ObjectProvider<Projections> projections) {
        return () -> health(projections.stream().allMatch(ReadinessConfiguration::haveCaughtUp));
    }

    private static boolean isReachable(EventLog log) {
        try {
            log.head();
            return true;
        } catch (LogNotReachable | LogFault away) {
            return false;
        }
    }

    private static boolean haveCaughtUp(Projections projections) {
        try {
            return projections.haveCaughtUp();
        } catch (LogNotReachable | LogFault | DataAccessException away) {
            return false;
        }
    }

    private static Health health(boolean isWell) {
        return isWell ? Health.up().build() : Health.outOfService().build();
    }
}
