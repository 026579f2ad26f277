package org.refocusrecord.command.door.inbox;

import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/**
 * How many records are under way. While there are so many that those of another poll might be too
 * many, the consumers pause: they stay in their group, and take nothing.
 */
final class Intake {

    private final ConcurrentMessageListenerContainer<byte[], byte[]> consumers;
    private final int most;
    private int underWay;
    private boolean isShut;

    /**
     * By these consumers.
     *
     * @param most how many may be under way when they poll
     */
    Intake(ConcurrentMessageListenerContainer<byte[], byte[]> consumers, int most) {
        this.consumers = consumers;
        this.most = most;
    }

    /** One more was taken. */
    synchronized void taken() {
        underWay++;
        if (underWay > most && !isShut) {
            isShut = true;
            consumers.pause();
        }
    }

    /** One is under way no more, whatever became of it. */
    synchronized void ended() {
        underWay--;
        // Not at the first that is over: each time they go on costs a poll.
        if (isShut && underWay <= most / 2) {
            isShut = false;
            consumers.resume();
        }
    }

    /**
     * Something failed that must not: all that has not come to its end comes again, as after a
     * restart.
     */
    void breakOff() {
        consumers.stopAbnormally(() -> {});
    }
}
