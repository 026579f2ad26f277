package org.refocusrecord.command.door.inbox;

import org.springframework.boot.context.properties.ConfigurationProperties;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where sessions come in by Kafka, and for whom.
 *
 * @param name what comes by it is posted by the account {@code kafka:} and this name
 * @param topic where sessions come in
 * @param outcomes where it is told what became of each
 * @param deadLetters where goes what cannot be read
 * @param group the group of consumers that share the work
 * @param trusts for whose cases it may record: codes of trusts, {@code *} for all, or nothing at
 *     all: then no session is taken
 * @param consumers how many consumers this node has
 * @param inFlight how many records a consumer has under way at once at most
 * @param waits how long a session waits for what it names, or for its case to be readable
 */
@ConfigurationProperties("refocus.kafka.inbox")
public record InboxSettings(
        String name,
        String topic,
        String outcomes,
        String deadLetters,
        String group,
        List<String> trusts,
        int consumers,
        int inFlight,
        Duration waits) {

    /** In the place of codes: all trusts. */
    public static final String ALL = "*";

    private static final int IN_LINE = 4;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,60}");

    /** Refuses what nobody can mean. */
    public InboxSettings {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "refocus.kafka.inbox.name takes 1 to 60 of A-Z a-z 0-9 . _ -");
        }
        if (consumers < 1 || inFlight < 1 || !waits.isPositive()) {
            throw new IllegalArgumentException(
                    "refocus.kafka.inbox.consumers, .in-flight and .waits must be more than 0");
        }
        if (Set.copyOf(List.of(topic, outcomes, deadLetters)).size() < 3) {
            // What is told of a session would be taken for one, and so on for ever.
            throw new IllegalArgumentException(
                    "refocus.kafka.inbox.topic, .outcomes and .dead-letters must be three topics");
        }
        trusts = trusts.stream().filter(trust -> !trust.isBlank()).toList();
    }

    /** How many records a consumer takes at once: others may be under way meanwhile. */
    int ofAPoll() {
        return Math.max(1, inFlight / 2);
    }

    /**
     * How many records may be under way when consumers poll: a poll more is what they have then.
     */
    int mostUnderWay() {
        return consumers * (inFlight - ofAPoll());
    }

    /**
     * How many records may be in memory when they poll, of which most have ended behind one that
     * has not.
     */
    int mostInLine() {
        return IN_LINE * consumers * inFlight;
    }

    /** Who posts what comes by it. */
    String account() {
        return "kafka:" + name;
    }

    /** Whether it takes any session at all. */
    boolean isOpen() {
        return !trusts.isEmpty();
    }

    /** Whether it may record for a trust. */
    boolean mayWrite(String trust) {
        return trusts.contains(ALL) || Set.copyOf(trusts).contains(trust);
    }
}
