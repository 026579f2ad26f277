package org.refocusrecord.command.door.inbox;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/**
 * What keeps sessions by Kafka from being taken on this node, or their senders from being told, in
 * words that quote nobody. What the brokers refuse is said at once; what does not move, after a
 * while.
 */
public final class InboxTroubles {

    private final InboxSettings settings;
    private final Obstacles obstacles;
    private final Untold untold;
    private final Standstill standstill;
    private final Duration patience;

    /**
     * What any of these knows of.
     *
     * @param patience how long brokers may take to acknowledge
     */
    InboxTroubles(
            InboxSettings settings,
            Obstacles obstacles,
            Untold untold,
            Standstill standstill,
            Duration patience) {
        this.settings = settings;
        this.obstacles = obstacles;
        this.untold = untold;
        this.standstill = standstill;
        this.patience = patience;
    }

    /** The topic from which sessions are taken. */
    public String sessionsTopic() {
        return settings.topic();
    }

    /** The topic on which senders are told. */
    public String outcomesTopic() {
        return settings.outcomes();
    }

    /** The topic on which is kept what could not be read. */
    public String deadLettersTopic() {
        return settings.deadLetters();
    }

    /** Why no session is taken; null where they are, or there is none. */
    public @Nullable String ofSessions() {
        String obstacle = obstacles.any();
        String still = standstill.trouble();
        // What cannot be told keeps sessions from their end too, and is said already.
        return obstacle != null || isUntold() ? obstacle : still;
    }

    /** Why some sessions come to no end while others do; null where none is known. */
    public @Nullable String ofSome() {
        return obstacles.anyOfSome();
    }

    private boolean isUntold() {
        return ofOutcomes() != null || ofDeadLetters() != null;
    }

    /** Why senders are not told; null where they are. */
    public @Nullable String ofOutcomes() {
        return untold.trouble(outcomesTopic(), patience);
    }

    /** Why what cannot be read is not kept; null where it is. */
    public @Nullable String ofDeadLetters() {
        return untold.trouble(deadLettersTopic(), patience);
    }

    /** Whether there is any. */
    public boolean isAny() {
        return ofSessions() != null || ofSome() != null || isUntold();
    }
}
