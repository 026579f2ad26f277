package org.refocusrecord.app.server;

import org.refocusrecord.command.door.inbox.InboxTroubles;
import org.refocusrecord.kafka.ConditionalOnKafka;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What is told of sessions by Kafka. Where they are not taken others record all the same, so that
 * has a health of its own beside readiness; where there are no brokers there is nothing to be ill.
 */
@Configuration(proxyBeanMethods = false)
class InboxWatchConfiguration {

    @Bean
    HealthIndicator inboxHealthIndicator(ObjectProvider<InboxWatch> watches) {
        return () ->
                watches.stream().allMatch(InboxWatch::isWell)
                        ? Health.up().build()
                        : Health.outOfService().build();
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    @ConditionalOnKafka
    InboxWatch inboxWatch(InboxTroubles troubles) {
        return new InboxWatch(troubles);
    }
}
