package org.refocusrecord.command.door.inbox;

import org.springframework.kafka.event.ConsumerRetryAuthEvent;

import java.time.Duration;

/**
 * Hears of consumers whom the brokers refuse: these run on and ask again, and would seem well. One
 * that has been refused keeps a refusal of each partition, and comes to them one by one even when
 * its rights are back: so it is to begin anew.
 */
final class Refusals {

    private static final String RIGHTS = "rights";

    /** In which whoever begins anew is refused again, if he is. */
    private static final Duration LENIENCE = Duration.ofSeconds(5);

    private final Obstacles obstacles;
    private final Duration between;
    private long begun = System.nanoTime();
    private long heard = begun;
    private boolean isRefused;

    /**
     * None yet.
     *
     * @param between how long they wait before they ask again
     */
    Refusals(Obstacles obstacles, Duration between) {
        this.obstacles = obstacles;
        this.between = between;
    }

    /** Something was said of a consumer. */
    synchronized void hear(Object event) {
        if (event instanceof ConsumerRetryAuthEvent refused) {
            boolean byWho = refused.getReason() == ConsumerRetryAuthEvent.Reason.AUTHENTICATION;
            obstacles.met(
                    RIGHTS, "the brokers refuse the program's " + (byWho ? "password" : "rights"));
            heard = System.nanoTime();
            isRefused = true;
        }
    }

    /** To be asked now and then: whether the consumers should begin anew. */
    synchronized boolean callForAnew() {
        if (isRefused && isOver(heard, between.plus(LENIENCE))) {
            isRefused = false;
            obstacles.gone(RIGHTS);
        }
        return isRefused && heard - begun > 0 && isOver(begun, between);
    }

    private static boolean isOver(long since, Duration time) {
        return System.nanoTime() - since > time.toNanos();
    }

    /** They begin anew. */
    synchronized void begunAnew() {
        begun = System.nanoTime();
    }
}
