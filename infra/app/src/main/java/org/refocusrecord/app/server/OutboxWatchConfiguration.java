package org.refocusrecord.app.server;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.refocusrecord.eventlog.EventLog;
import org.refocusrecord.kafka.ConditionalOnKafka;
import org.refocusrecord.query.outbox.OutboxFollower;
import org.refocusrecord.query.outbox.OutboxPosition;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Duration;

/**
 * What is told of events on their way out. Brokers that are away keep nobody from recording, so
 * that has a health of its own beside readiness; where there are none there is nothing to be ill.
 */
@Configuration(proxyBeanMethods = false)
class OutboxWatchConfiguration {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Bean
    HealthIndicator outboxHealthIndicator(ObjectProvider<OutboxWatch> watches) {
        return () -> {
            try {
                return watches.stream().allMatch(OutboxWatch::isWell)
                        ? Health.up().build()
                        : Health.outOfService().build();
            } catch (RuntimeException away) {
                return Health.outOfService().build();
            }
        };
    }

    /** Where events are sent. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnKafka
    @ConditionalOnBooleanProperty("refocus.kafka.events.enabled")
    static class WhereEventsAreSent {

        @Bean(initMethod = "start", destroyMethod = "close")
        OutboxWatch outboxWatch(EventLog log, OutboxFollower outbox, OutboxPosition position) {
            return new OutboxWatch(log, outbox, position, PATIENCE);
        }

        @Bean
        MeterBinder outboxMeters(OutboxWatch watch) {
            return registry -> {
                Gauge.builder("refocus.outbox.position", watch, OutboxWatch::position)
                        .description("Up to which position all events were sent out.")
                        .register(registry);
                Gauge.builder("refocus.outbox.lag", watch, OutboxWatch::lag)
                        .description("How many positions the log is ahead of that.")
                        .register(registry);
                Gauge.builder("refocus.outbox.stuck", watch, outbox -> outbox.isStuck() ? 1 : 0)
                        .description("1 while this node is to send and cannot; its log says why.")
                        .register(registry);
                FunctionCounter.builder("refocus.outbox.sent", watch, OutboxWatch::sent)
                        .description("Events that this node has sent out.")
                        .register(registry);
            };
        }
    }
}
