package org.refocusrecord.app.kafka;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Starts a broker, and starts it again where its clients expect it when it could not go on, as on a
 * disk that was full. Whatever comes of that, recording by HTTP goes on.
 */
final class BrokerWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BrokerWatch.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final Supplier<BrokerLife> lives;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile BrokerLife life;
    private Duration pause = SHORTEST_PAUSE;

    /**
     * Over a broker that is not started yet.
     *
     * @param lives each time another one, of the same settings
     */
    BrokerWatch(Supplier<BrokerLife> lives) {
        this.lives = lives;
        this.life = lives.get();
    }

    /** Starts the broker; empty once it serves, and is watched over, else why it does not. */
    Optional<String> start() {
        Optional<String> hindered = life.start();
        if (hindered.isEmpty()) {
            Thread.ofPlatform().name("broker-watch").daemon().start(this::watch);
        }
        return hindered;
    }

    private void watch() {
        try {
            boolean runs = true;
            while (runs) {
                String why = life.fault().get();
                runs = !isClosed() && isRevived(why);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException never) {
            throw new IllegalStateException(never);
        }
    }

    private boolean isRevived(String why) throws InterruptedException {
        LOG.warn("the broker has ended by itself ({}), and is started again", why);
        String said = why;
        while (life.isEnded()) {
            Optional<BrokerLife> next = next();
            if (next.isEmpty()) {
                return false;
            }
            Optional<String> hindered = next.get().start();
            if (hindered.isEmpty()) {
                LOG.warn("the broker runs again");
                return true;
            }
            if (!hindered.get().equals(said)) {
                said = hindered.get();
                LOG.warn("the broker does not start yet, and is tried again: {}", said);
            }
        }
        LOG.error(
                "the broker does not come to its end, so it is started again only with the server;"
                        + " recording goes on without it");
        return false;
    }

    /** The next to be tried, after a pause; none where nobody wants one any more. */
    private Optional<BrokerLife> next() throws InterruptedException {
        if (closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
            return Optional.empty();
        }
        Duration twice = pause.multipliedBy(2);
        pause = twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
        BrokerLife next = lives.get();
        life = next;
        // Whoever closes now either finds this one, or has closed before.
        return isClosed() ? Optional.empty() : Optional.of(next);
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    /** Ends the broker for good; a start that is under way is finished first. */
    @Override
    public void close() {
        closed.countDown();
        if (!life.isEnded()) {
            LOG.warn("the broker does not come to its end, and is left to the end of the process");
        }
    }
}
