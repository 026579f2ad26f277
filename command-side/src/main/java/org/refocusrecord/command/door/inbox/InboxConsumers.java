package org.refocusrecord.command.door.inbox;

import io.micrometer.core.instrument.MeterRegistry;

import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.refocusrecord.kafka.KafkaClients;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.MicrometerConsumerListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.FixedBackOff;

import java.time.Duration;
import java.util.ConcurrentModificationException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The consumers of the inbox. Every option of theirs that matters is said here, and why. */
final class InboxConsumers {

    private static final Logger LOG = LoggerFactory.getLogger(InboxConsumers.class);
    private static final Duration ASKED_AGAIN = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String SLOW = "slow sessions";
    private static final int MOST_FETCHED = 8 << 20;
    private static final int BETWEEN_LOOKS_MILLIS = 500;

    private final InboxSettings settings;
    private final ConcurrentMessageListenerContainer<byte[], byte[]> container;
    private final Intake intake;
    private final Offsets offsets;
    private final Failures failures = new Failures();
    private final Obstacles obstacles;
    private final Refusals refusals;
    private final Set<Consumer<byte[], byte[]>> open = ConcurrentHashMap.newKeySet();
    private final Set<Consumer<byte[], byte[]>> left = ConcurrentHashMap.newKeySet();
    private final Duration toEnd;

    /**
     * Not started yet.
     *
     * @param toEnd how long what is under way may take when they are stopped
     */
    InboxConsumers(
            KafkaClients clients,
            InboxSettings settings,
            RecordHandling handling,
            Lanes lanes,
            Obstacles obstacles,
            Duration toEnd,
            MeterRegistry registry) {
        this.settings = settings;
        this.obstacles = obstacles;
        this.refusals = new Refusals(obstacles, ASKED_AGAIN);
        this.toEnd = toEnd;
        this.container =
                new ConcurrentMessageListenerContainer<>(
                        factory(clients, settings, registry),
                        new ContainerProperties(settings.topic()));
        this.intake = new Intake(gate(container), settings.mostUnderWay(), settings.mostInLine());
        this.offsets = new Offsets(intake, System::nanoTime);
        // Its own: it has made a copy of what it was given.
        ContainerProperties properties = container.getContainerProperties();
        properties.setConsumerRebalanceListener(offsets);
        // They are committed between two polls, when we have said so.
        properties.setAckMode(ContainerProperties.AckMode.MANUAL);
        // What came to its end just after a look at it is committed by the next.
        properties.setPollTimeout(BETWEEN_LOOKS_MILLIS);
        // Rights that are missing may be given: it is asked again.
        properties.setAuthExceptionRetryInterval(ASKED_AGAIN);
        container.setApplicationEventPublisher(refusals::hear);
        properties.setShutdownTimeout(toEnd.toMillis());
        // Shorter than that: else it is still at it when nobody waits for it any more.
        properties.setSyncCommitTimeout(toEnd.dividedBy(2));
        container.setupMessageListener(new SessionInbox(handling, lanes, offsets, failures));
        container.setConcurrency(settings.consumers());
        container.setBeanName("inbox");
        // Nothing is ever skipped: a record that was not even handed over comes again.
        container.setCommonErrorHandler(
                new DefaultErrorHandler(
                        new FixedBackOff(ASKED_AGAIN.toMillis(), FixedBackOff.UNLIMITED_ATTEMPTS)));
    }

    private DefaultKafkaConsumerFactory<byte[], byte[]> factory(
            KafkaClients clients, InboxSettings settings, MeterRegistry registry) {
        Map<String, Object> consumer = clients.consumer("refocus-inbox", settings.group());
        consumer.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.ofAPoll());
        // What is fetched is in memory: of sessions as large as they may be a few at a time.
        consumer.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, MOST_FETCHED);
        DefaultKafkaConsumerFactory<byte[], byte[]> factory =
                new DefaultKafkaConsumerFactory<>(consumer);
        factory.addListener(new MicrometerConsumerListener<>(registry));
        factory.addListener(
                new ConsumerFactory.Listener<>() {
                    @Override
                    public void consumerAdded(String id, Consumer<byte[], byte[]> made) {
                        open.add(made);
                    }

                    @Override
                    public void consumerRemoved(
                            @Nullable String id, Consumer<byte[], byte[]> closed) {
                        open.remove(closed);
                    }
                });
        return factory;
    }

    private static Intake.Gate gate(ConcurrentMessageListenerContainer<byte[], byte[]> container) {
        return new Intake.Gate() {
            @Override
            public void shut() {
                container.pause();
            }

            @Override
            public void open() {
                container.resume();
            }
        };
    }

    /**
     * To be called again and again: starts them, or starts them anew where some have ended or a
     * record came to no end, and tells the brokers how far they are.
     *
     * @throws RuntimeException where they cannot be started now
     */
    void keepRunning() {
        closeWhatWasLeft();
        offsets.tellAll();
        intake.look();
        tellOfSlowOnes();
        if (!failures.hasAny() && areRunning() && !refusals.callForAnew()) {
            return;
        }
        stop();
        refusals.begunAnew();
        try {
            container.start();
        } catch (RuntimeException notMade) {
            // One that was half started is taken for running by itself.
            stop();
            throw notMade;
        }
    }

    /** Others may go on for a while beside it, until all stand in line behind it. */
    private void tellOfSlowOnes() {
        TopicPartition slow = offsets.slowest(PATIENCE);
        if (slow == null) {
            obstacles.goneForSome(SLOW);
        } else {
            obstacles.metBySome(
                    SLOW,
                    "one of partition %d that was taken has come to no end for %d seconds"
                            .formatted(slow.partition(), PATIENCE.toSeconds()));
        }
    }

    private boolean areRunning() {
        return container.isRunning()
                && container.isInExpectedState()
                && container.getContainers().size() == settings.consumers();
    }

    /** Nothing is taken any more. */
    void takeNoMore() {
        intake.close();
    }

    /** What has come to its end is told. */
    void stop() {
        container.stop();
        // Not where that failed: they run on, and what came to no end is to be passed over by none.
        failures.allEnded();
        left.addAll(open);
        offsets.forgetAll(left);
        closeWhatWasLeft();
    }

    /**
     * Where the last offsets could not be told one is left open, and would keep its partitions from
     * the next. While it is still in use it cannot be closed: that is tried again.
     */
    private void closeWhatWasLeft() {
        left.retainAll(open);
        offsets.closeByAnother(this::closeLeft);
        left.retainAll(open);
    }

    private void closeLeft() {
        for (Consumer<byte[], byte[]> each : left) {
            try {
                each.close(CloseOptions.timeout(toEnd));
                open.remove(each);
            } catch (ConcurrentModificationException stillInUse) {
                LOG.debug("a consumer is still in use", stillInUse);
            } catch (KafkaException closedAllTheSame) {
                LOG.debug("a consumer could not say that it goes", closedAllTheSame);
                open.remove(each);
            }
        }
    }
}
