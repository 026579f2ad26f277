package org.refocusrecord.app.kafka;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;

import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A broker from its start to its end; after that another one is made. */
final class BrokerLife {

    private static final Logger LOG = LoggerFactory.getLogger(BrokerLife.class);
    private static final Duration LONGEST_START = Duration.ofMinutes(5);
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(3);
    private static final Duration LONGEST_END = Duration.ofSeconds(30);

    private final Map<String, String> settings;
    private final BrokerThreads threads;
    private final CompletableFuture<String> serving = new CompletableFuture<>();
    private @Nullable Thread starting;
    private boolean isOver;
    private volatile @Nullable KafkaRaftServer server;

    /**
     * One that is not started yet.
     *
     * @param log where its own code may say what it has to say
     */
    BrokerLife(Map<String, String> settings, Path log) {
        this.settings = settings;
        this.threads = new BrokerThreads(log);
    }

    /** Starts it; empty once it serves, else why it does not. */
    Optional<String> start() {
        begin();
        try {
            CompletableFuture.anyOf(serving, threads.fault())
                    .get(LONGEST_START.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException stuck) {
            threads.failed("it has not come up in %s minutes".formatted(LONGEST_START.toMinutes()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            threads.failed("its start was interrupted");
        } catch (ExecutionException never) {
            throw new IllegalStateException(never);
        }
        return Optional.ofNullable(threads.fault().getNow(null));
    }

    private synchronized void begin() {
        if (!isOver) {
            starting = threads.start("broker-start", this::serve);
        }
    }

    private void serve() {
        try {
            KafkaRaftServer made = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
            server = made;
            made.startup();
            serving.complete("");
        } catch (Throwable failed) { // Scala's code declares nothing, whatever it throws.
            LOG.error("the broker does not start", failed);
            threads.failed(String.valueOf(failed.getMessage()));
        }
    }

    /** Done when it cannot go on, with why; or when it was ended. */
    CompletableFuture<String> fault() {
        return threads.fault();
    }

    /**
     * Ends it, as far as it has begun; whether it has come to its end, or was left to itself after
     * a while.
     */
    boolean isEnded() {
        boolean isSound = !threads.fault().isDone();
        Thread begun = over();
        threads.failed("it was ended");
        if (begun == null) {
            return true;
        }
        try {
            return begun.join(LONGEST_END) && isShutDown(isSound);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean isShutDown(boolean isSound) throws InterruptedException {
        Thread ending = threads.start("broker-end", this::shutDown);
        if (!isSound && !ending.join(LONGEST_FAREWELL)) {
            // It asks its controller to let it go, which may be what has failed.
            ending.interrupt();
        }
        return ending.join(LONGEST_END);
    }

    private synchronized @Nullable Thread over() {
        isOver = true;
        return starting;
    }

    private void shutDown() {
        KafkaRaftServer running = server;
        if (running != null) {
            running.shutdown();
        }
    }
}
