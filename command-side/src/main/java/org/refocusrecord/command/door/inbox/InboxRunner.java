package org.refocusrecord.command.door.inbox;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.refocusrecord.kafka.KafkaClients;
import org.refocusrecord.kafka.KafkaNotReachable;
import org.refocusrecord.kafka.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Starts and ends the inbox. Brokers that are away keep nobody from recording by other doors: they
 * are asked again until they are there. A consumer that has ended, whatever for, is started again.
 */
final class InboxRunner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(InboxRunner.class);
    private static final int LOOKS_EVERY_MILLIS = 2_000;

    /** Of a producer, while the brokers answer others. */
    private static final Duration SILENCE = Duration.ofMinutes(1);

    /** So many looks at the consumers come between two at the topics. */
    private static final int LOOKS_BETWEEN = 5;

    private static final String OF_SESSIONS = "topic of sessions";
    private static final int LARGEST_SESSION = 2 << 20;
    private static final int LARGEST_DEAD_LETTER = 8 << 20;

    private final KafkaClients clients;
    private final Topics topics;
    private final InboxSettings settings;
    private final InboxParts parts;
    private final Obstacles obstacles;
    private final CountDownLatch ending = new CountDownLatch(1);
    private final ReentrantLock starting = new ReentrantLock();
    private volatile boolean running;

    InboxRunner(
            KafkaClients clients,
            Topics topics,
            InboxSettings settings,
            InboxParts parts,
            Obstacles obstacles) {
        this.clients = clients;
        this.topics = topics;
        this.settings = settings;
        this.parts = parts;
        this.obstacles = obstacles;
    }

    @Override
    public void start() {
        running = true;
        if (!settings.isOpen()) {
            LOG.info("no session is taken by Kafka: refocus.kafka.inbox.trusts names no trust");
            return;
        }
        Thread.ofPlatform().name("inbox").daemon().start(this::run);
    }

    private void run() {
        boolean made = false;
        try {
            for (int looks = 0; running; looks++) {
                if (!made) {
                    made = isDone("topics", this::begin);
                } else if (looks % LOOKS_BETWEEN == 0) {
                    isDone("topics", this::lookAtTopics);
                }
                if (made) {
                    isDone("consumers", this::keepRunning);
                }
                if (ending.await(LOOKS_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                    break;
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Whether it was; what keeps it from that is told by who watches. Nobody else looks after the
     * consumers: where memory is at an end it may be there again.
     */
    private boolean isDone(String what, Runnable work) {
        try {
            work.run();
            obstacles.gone(what);
            return true;
        } catch (RuntimeException | Error failed) {
            tell(what, failed);
            return false;
        }
    }

    private void tell(String what, Throwable failed) {
        try {
            obstacles.met(what, reason(failed));
            if (!(failed instanceof KafkaNotReachable || failed instanceof KafkaException)) {
                LOG.error("no session is taken by Kafka", failed);
            }
        } catch (Error _) {
            // It is told next time, or the time after that: here is nothing left to do it with.
        }
    }

    /** In our own words alone. */
    private static String reason(Throwable failed) {
        return failed instanceof KafkaNotReachable
                ? String.valueOf(failed.getMessage())
                : failed.getClass().getSimpleName();
    }

    /** Not while it is being ended: nobody would end it again. */
    private void keepRunning() {
        starting.lock();
        try {
            if (running) {
                parts.consumers().keepRunning();
            }
        } finally {
            starting.unlock();
        }
    }

    private void begin() {
        parts.brokers().away();
        ask(admin -> topics.make(admin, toBegin()));
        parts.rounds().start();
    }

    /**
     * That of sessions at the start alone: offsets of one that was deleted since would pass over
     * records of a new one.
     */
    private List<Topics.Needed> toBegin() {
        List<Topics.Needed> all = new ArrayList<>(toTell());
        all.add(new Topics.Needed(settings.topic(), LARGEST_SESSION, false));
        return all;
    }

    /** Somebody may have deleted one since: what is to be told would wait for it. */
    private List<Topics.Needed> toTell() {
        return List.of(
                new Topics.Needed(settings.outcomes(), LARGEST_SESSION, false),
                new Topics.Needed(settings.deadLetters(), LARGEST_DEAD_LETTER, false));
    }

    private void lookAtTopics() {
        ask(admin -> {
            if (asked(() -> topics.idNow(admin, settings.topic())).isPresent()) {
                obstacles.gone(OF_SESSIONS);
            } else {
                obstacles.met(
                        OF_SESSIONS, "there is no such topic; a server makes it at its start");
            }
            // They answer: so it is no fault of theirs where nothing is acknowledged.
            parts.brokers().renewIfSilentFor(SILENCE);
            topics.make(admin, toTell());
        });
    }

    /** Where nobody answers it is no fault of the producer's that it hears nothing. */
    private <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (RuntimeException away) {
            parts.brokers().away();
            throw away;
        }
    }

    private void ask(Consumer<Admin> work) {
        Admin admin = asked(clients::admin);
        try {
            work.accept(admin);
        } finally {
            // Without waiting for an answer that nobody needs any more.
            admin.close(Duration.ZERO);
        }
    }

    /**
     * What is under way is brought to its end where the record answers; its offsets are committed.
     */
    @Override
    public void stop() {
        starting.lock();
        try {
            running = false;
        } finally {
            starting.unlock();
        }
        ending.countDown();
        parts.end();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
