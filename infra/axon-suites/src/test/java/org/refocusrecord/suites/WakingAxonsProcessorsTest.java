package org.refocusrecord.suites;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.refocusrecord.eventlog.Arrivals;
import org.refocusrecord.eventlog.EventIds;
import org.refocusrecord.eventlog.axon.LogMessageSource;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Axon's own processors on another node, woken by the database and not by Axon's naps. */
class WakingAxonsProcessorsTest {

    @AutoClose private final OpenLog log = new OpenLog();

    @AutoClose
    private final HikariDataSource elsewhere = OpenLog.pool(log.database().as("refocus_appender"));

    @AutoClose private final Arrivals arrivals = new Arrivals(log.database().reader());
    private final LogMessageSource source = new LogMessageSource(log.node(elsewhere), arrivals);

    private void append(String name) {
        log.log().append(OurSubject.appending(name));
    }

    @Test
    void a_reader_that_waits_is_woken_by_a_commit_of_another_node() throws Exception {
        append("before");
        try (BlockingStream<TrackedEventMessage<?>> stream =
                source.openStream(source.createHeadToken())) {
            assertThat(stream.hasNextAvailable(1, TimeUnit.MILLISECONDS)).isFalse();

            append("after");

            assertThat(stream.hasNextAvailable(10, TimeUnit.SECONDS)).isTrue();
            assertThat(stream.peek()).hasValueSatisfying(this::isSecond);
            isSecond(stream.nextAvailable());
            assertThat(stream.hasNextAvailable()).isFalse();
        }
    }

    private void isSecond(TrackedEventMessage<?> message) {
        assertThat(message.trackingToken()).isEqualTo(source.createHeadToken());
    }

    @Test
    void it_goes_on_from_its_token_and_from_a_moment() throws Exception {
        append("one");
        append("two");
        append("three");
        List<TrackedEventMessage<?>> all = taken(source.openStream(null), 3);

        assertThat(taken(source.openStream(all.get(0).trackingToken()), 2))
                .extracting(EventMessage::getIdentifier)
                .containsExactly(all.get(1).getIdentifier(), all.get(2).getIdentifier());
        assertThat(taken(source.openStream(source.createTokenAt(all.get(1).getTimestamp())), 2))
                .extracting(EventMessage::getIdentifier)
                .containsExactly(all.get(1).getIdentifier(), all.get(2).getIdentifier());
        assertThat(taken(source.openStream(source.createTailToken()), 3)).hasSize(3);
    }

    private static List<TrackedEventMessage<?>> taken(
            BlockingStream<TrackedEventMessage<?>> stream, int count) throws Exception {
        List<TrackedEventMessage<?>> taken = new ArrayList<>();
        try (stream) {
            while (taken.size() < count) {
                taken.add(stream.nextAvailable());
            }
            assertThat(stream.hasNextAvailable()).isFalse();
        }
        return taken;
    }

    /**
     * Without the callback Axon's pooled processor sleeps half a second when it has nothing to do,
     * so half of what comes at random waits longer than a quarter.
     */
    @Test
    void a_pooled_processor_handles_what_another_node_commits_without_a_nap() throws Exception {
        BlockingQueue<String> handled = new LinkedBlockingQueue<>();
        ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);
        PooledStreamingEventProcessor processor = processor(handled, threads);
        try {
            processor.start();
            append("warm");
            assertThat(handled.poll(20, TimeUnit.SECONDS)).isNotNull();

            List<Long> waited = new ArrayList<>();
            for (int time = 0; time < 21; time++) {
                TimeUnit.MILLISECONDS.sleep(20);
                long start = System.nanoTime();
                append("at " + EventIds.next());
                assertThat(handled.poll(20, TimeUnit.SECONDS)).isNotNull();
                waited.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
            }

            assertThat(waited.stream().sorted().toList().get(10)).isLessThan(200);
        } finally {
            processor.shutDown();
            threads.shutdownNow();
        }
    }

    private PooledStreamingEventProcessor processor(
            BlockingQueue<String> handled, ScheduledExecutorService threads) {
        EventMessageHandler handler =
                message -> {
                    handled.add(message.getIdentifier());
                    return null;
                };
        return PooledStreamingEventProcessor.builder()
                .name("brought-along")
                .messageSource(source)
                .tokenStore(new InMemoryTokenStore())
                .transactionManager(NoTransactionManager.INSTANCE)
                .eventHandlerInvoker(
                        SimpleEventHandlerInvoker.builder().eventHandlers(handler).build())
                .coordinatorExecutor(threads)
                .workerExecutor(threads)
                .initialSegmentCount(1)
                .build();
    }
}
