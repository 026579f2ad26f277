package org.refocusrecord.command.door.inbox;

import io.micrometer.core.instrument.MeterRegistry;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.refocusrecord.command.door.CaseTrusts;
import org.refocusrecord.command.door.NamedPosts;
import org.refocusrecord.command.door.StateDoor;
import org.refocusrecord.eventlog.Arrivals;
import org.refocusrecord.eventlog.EventIds;
import org.refocusrecord.eventlog.EventLog;
import org.refocusrecord.eventlog.store.LogTransactions;
import org.refocusrecord.kafka.ConditionalOnKafka;
import org.refocusrecord.kafka.KafkaClients;
import org.refocusrecord.kafka.Topics;
import org.refocusrecord.web.problem.Problems;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;

import javax.sql.DataSource;

/** Sessions by Kafka, where there is any and the inbox may write for some trust. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnKafka
@EnableConfigurationProperties(InboxSettings.class)
public class InboxConfig {

    private static final Duration TO_END = Duration.ofSeconds(15);
    private static final int LARGEST_OUT = 16 << 20;

    /** For what does not move, before that is called a trouble. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Bean
    InboxCounts inboxCounts() {
        return new InboxCounts();
    }

    @Bean
    Untold inboxUntold() {
        return new Untold(System::nanoTime);
    }

    @Bean
    Obstacles inboxObstacles() {
        return new Obstacles();
    }

    @Bean
    InboxTroubles inboxTroubles(
            InboxSettings settings,
            Obstacles obstacles,
            Untold untold,
            Lanes lanes,
            InboxCounts counts) {
        Standstill standstill = new Standstill(lanes, counts, PATIENCE, System::nanoTime);
        return new InboxTroubles(settings, obstacles, untold, standstill, PATIENCE);
    }

    @Bean
    Lanes inboxLanes() {
        return new Lanes(TO_END);
    }

    @Bean(destroyMethod = "close")
    Brokers inboxBrokers(KafkaClients clients) {
        Map<String, Object> properties = clients.producer("refocus-outcomes");
        // A dead letter may be larger than any session.
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_OUT);
        return new Brokers(() -> new KafkaProducer<>(properties), System::nanoTime);
    }

    @Bean
    WaitingTable waitingTable(@Qualifier("appender") DataSource appender, EventLog log) {
        // Held from the start: what comes while the master key is not held is to wait too.
        return new WaitingTable(
                new LogTransactions(appender),
                log.safekeeping().held(),
                () -> EventIds.next().value());
    }

    @Bean
    WaitingStreams waitingStreams(@Qualifier("appender") DataSource appender) {
        return new WaitingStreams(new LogTransactions(appender));
    }

    @Bean
    Turns waitingTurns(@Qualifier("appender") DataSource appender) {
        return new Turns(new LogTransactions(appender), () -> EventIds.next().value());
    }

    @Bean
    SessionTry inboxSessions(
            NamedPosts posts,
            StateDoor states,
            Problems problems,
            InboxSettings settings,
            Clock clock) {
        return new SessionTry(posts, new CaseTrusts(states), problems, settings, clock);
    }

    @Bean
    Handling inboxHandling(
            SessionTry sessions,
            Problems problems,
            InboxSettings settings,
            Brokers brokers,
            WaitingTable waiting,
            EventLog log,
            InboxCounts counts,
            Untold untold) {
        Perseverance perseverance = new Perseverance();
        return new Handling(
                sessions,
                new Endings(
                        settings,
                        new OutcomeTopic(brokers, settings.outcomes()),
                        new DeadLetterTopic(brokers, settings.deadLetters()),
                        counts,
                        untold,
                        perseverance),
                waiting,
                log,
                problems,
                settings.waits(),
                perseverance);
    }

    @Bean
    InboxRunner inboxRunner(
            KafkaClients clients,
            Topics topics,
            InboxSettings settings,
            Handling handling,
            Lanes lanes,
            Brokers brokers,
            WaitingTable waiting,
            WaitingStreams streams,
            Turns turns,
            EventLog log,
            Arrivals arrivals,
            Obstacles obstacles,
            MeterRegistry registry) {
        return new InboxRunner(
                clients,
                topics,
                settings,
                new InboxParts(
                        new InboxConsumers(
                                clients, settings, handling, lanes, obstacles, TO_END, registry),
                        lanes,
                        new WaitingRounds(
                                waiting, streams, turns, handling, log, arrivals, obstacles),
                        handling,
                        brokers),
                obstacles);
    }

    @Bean
    DeadLetterDesk deadLetterDesk(
            KafkaClients clients,
            InboxSettings settings,
            SessionTry sessions,
            @Qualifier("appender") DataSource appender) {
        String topic = settings.deadLetters();
        return new DeadLetterDesk(
                new DeadLetterReading(clients, topic),
                new DeadLetterRetries(new LogTransactions(appender), topic),
                sessions,
                () -> forDeadLetters(clients));
    }

    /**
     * Of one call: what it cannot deliver is in nobody else's way, and ends with who waits for it.
     */
    private static Brokers forDeadLetters(KafkaClients clients) {
        int patience = Math.toIntExact(DeadLetterSending.PATIENCE.toMillis());
        Map<String, Object> properties = clients.producer("refocus-dead-letters");
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_OUT);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, patience);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, patience / 2);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, patience / 2);
        return new Brokers(() -> new KafkaProducer<>(properties), System::nanoTime);
    }

    @Bean
    InboxMeters inboxMeters(
            InboxCounts counts,
            Lanes lanes,
            WaitingTable waiting,
            Untold untold,
            InboxTroubles troubles) {
        return new InboxMeters(counts, lanes, waiting, untold, troubles);
    }
}
