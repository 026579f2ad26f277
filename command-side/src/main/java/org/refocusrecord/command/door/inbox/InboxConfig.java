package org.refocusrecord.command.door.inbox;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.refocusrecord.command.door.CaseTrusts;
import org.refocusrecord.command.door.NamedPosts;
import org.refocusrecord.command.door.StateDoor;
import org.refocusrecord.command.door.inbox.SessionOutcome.Outcome;
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
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.MicrometerConsumerListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.FixedBackOff;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

import javax.sql.DataSource;

/** Sessions by Kafka, where there is any and the inbox may write for some trust. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnKafka
@EnableConfigurationProperties(InboxSettings.class)
public class InboxConfig {

    private static final Duration TO_END = Duration.ofSeconds(15);
    private static final Duration ASKED_AGAIN = Duration.ofSeconds(10);
    private static final int MOST_FETCHED = 8 << 20;
    private static final int LARGEST_OUT = 16 << 20;
    private static final int BETWEEN_LOOKS_MILLIS = 500;

    @Bean
    InboxCounts inboxCounts() {
        return new InboxCounts();
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
        return new Brokers(() -> new KafkaProducer<>(properties));
    }

    @Bean
    WaitingTable waitingTable(@Qualifier("appender") DataSource appender, EventLog log) {
        return new WaitingTable(
                new LogTransactions(appender), log.safekeeping(), () -> EventIds.next().value());
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
            InboxCounts counts) {
        return new Handling(
                sessions,
                new OutcomeTopic(brokers, settings.outcomes()),
                new DeadLetterTopic(brokers, settings.deadLetters()),
                waiting,
                log,
                problems,
                counts,
                settings.waits());
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
            EventLog log,
            Arrivals arrivals,
            MeterRegistry registry) {
        return new InboxRunner(
                clients,
                topics,
                settings,
                new InboxParts(
                        container(clients, settings, handling, lanes, registry),
                        lanes,
                        new WaitingRounds(waiting, handling, log, arrivals),
                        handling,
                        brokers));
    }

    /** Every option that matters is said here, and why. */
    private static ConcurrentMessageListenerContainer<byte[], byte[]> container(
            KafkaClients clients,
            InboxSettings settings,
            Handling handling,
            Lanes lanes,
            MeterRegistry registry) {
        Map<String, Object> consumer = clients.consumer("refocus-inbox", settings.group());
        consumer.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.ofAPoll());
        // What is fetched is in memory: of sessions as large as they may be a few at a time.
        consumer.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, MOST_FETCHED);
        DefaultKafkaConsumerFactory<byte[], byte[]> consumers =
                new DefaultKafkaConsumerFactory<>(consumer);
        consumers.addListener(new MicrometerConsumerListener<>(registry));
        ContainerProperties properties = new ContainerProperties(settings.topic());
        Offsets offsets = new Offsets();
        properties.setConsumerRebalanceListener(offsets);
        // They are committed between two polls, when we have said so.
        properties.setAckMode(ContainerProperties.AckMode.MANUAL);
        // What came to its end just after a look at it is committed by the next.
        properties.setPollTimeout(BETWEEN_LOOKS_MILLIS);
        // Rights that are missing may be given: it is asked again.
        properties.setAuthExceptionRetryInterval(ASKED_AGAIN);
        properties.setShutdownTimeout(TO_END.toMillis());
        ConcurrentMessageListenerContainer<byte[], byte[]> container =
                new ConcurrentMessageListenerContainer<>(consumers, properties);
        container.setupMessageListener(
                new SessionInbox(
                        handling,
                        lanes,
                        offsets,
                        new Intake(
                                container,
                                settings.consumers()
                                        * (settings.inFlight() - settings.ofAPoll()))));
        container.setConcurrency(settings.consumers());
        container.setBeanName("inbox");
        // Nothing is ever skipped: a record that was not even handed over comes again.
        container.setCommonErrorHandler(
                new DefaultErrorHandler(
                        new FixedBackOff(ASKED_AGAIN.toMillis(), FixedBackOff.UNLIMITED_ATTEMPTS)));
        return container;
    }

    @Bean
    DeadLetterDesk deadLetterDesk(
            KafkaClients clients,
            InboxSettings settings,
            SessionTry sessions,
            Brokers brokers,
            @Qualifier("appender") DataSource appender) {
        String topic = settings.deadLetters();
        return new DeadLetterDesk(
                new DeadLetterReading(clients, topic),
                new DeadLetterRetries(new LogTransactions(appender), topic),
                sessions,
                brokers);
    }

    @Bean
    MeterBinder inboxMeters(InboxCounts counts, Lanes lanes, WaitingTable waiting) {
        return registry -> {
            for (Outcome outcome : Outcome.values()) {
                FunctionCounter.builder("refocus.inbox.outcomes", counts, all -> all.of(outcome))
                        .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                        .description("Records that came to an outcome on this node.")
                        .register(registry);
            }
            FunctionCounter.builder("refocus.inbox.dead-letters", counts, InboxCounts::deadLetters)
                    .description("Records that could not be read on this node.")
                    .register(registry);
            Gauge.builder("refocus.inbox.in-flight", lanes, Lanes::underWay)
                    .description("Records that are under way on this node.")
                    .register(registry);
            Gauge.builder("refocus.inbox.waiting", waiting, InboxConfig::count)
                    .description("Sessions that wait for what they name, on all nodes.")
                    .register(registry);
        };
    }

    /** Not a number while the database is away. */
    private static double count(WaitingTable waiting) {
        try {
            return waiting.count();
        } catch (RuntimeException away) {
            return Double.NaN;
        }
    }
}
