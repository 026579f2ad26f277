package org.refocusrecord.query.outbox;

import org.refocusrecord.eventlog.Arrivals;
import org.refocusrecord.eventlog.LogReads;
import org.refocusrecord.kafka.ConditionalOnKafka;
import org.refocusrecord.kafka.KafkaClients;
import org.refocusrecord.kafka.Topics;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import javax.sql.DataSource;

/** What sends events out, where there are brokers. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnKafka
@EnableConfigurationProperties({OutboxSettings.class, InboxTopics.class})
public class OutboxConfig {

    @Bean
    Outlet outlet(
            @Qualifier("logOfViews") LogReads log,
            Arrivals arrivals,
            @Qualifier("claims") DataSource claims,
            KafkaClients clients,
            Topics topics,
            OutboxSettings settings,
            InboxTopics inbox) {
        inbox.requireNone(settings);
        return new Outlet(
                OutboxFeed.of(log, arrivals),
                log,
                claims,
                clients,
                topics,
                settings,
                OutboxTempo.of(settings.page()));
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    @ConditionalOnBooleanProperty("refocus.kafka.events.enabled")
    OutboxFollower outbox(Outlet outlet) {
        return new OutboxFollower(outlet);
    }

    @Bean
    Backfills backfills(Outlet outlet, InboxTopics inbox) {
        return new Backfills(outlet, inbox);
    }

    @Bean
    OutboxPosition outboxPosition(
            @Qualifier("projector") DataSource projector, OutboxSettings settings) {
        return new OutboxPosition(projector, settings.topic());
    }
}
