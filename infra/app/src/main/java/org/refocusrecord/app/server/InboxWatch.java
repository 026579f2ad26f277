package org.refocusrecord.app.server;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.command.door.inbox.InboxTroubles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.function.Supplier;

/**
 * Whether sessions by Kafka are taken, and whether what becomes of them can be told; topic by
 * topic, since each has troubles of its own.
 */
final class InboxWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(InboxWatch.class);

    private final List<Vigil> vigils;

    /** Over what is told of these. */
    InboxWatch(InboxTroubles troubles) {
        this.vigils =
                List.of(
                        vigil(
                                troubles::ofSessions,
                                "No session is taken from " + troubles.sessionsTopic(),
                                "Sessions are taken from " + troubles.sessionsTopic()),
                        vigil(
                                troubles::ofSome,
                                "Some sessions from %s come to no end"
                                        .formatted(troubles.sessionsTopic()),
                                "All sessions from %s come to their end"
                                        .formatted(troubles.sessionsTopic())),
                        vigil(
                                troubles::ofOutcomes,
                                "Senders are not told on " + troubles.outcomesTopic(),
                                "Senders are told on " + troubles.outcomesTopic()),
                        vigil(
                                troubles::ofDeadLetters,
                                "Dead letters are not kept on " + troubles.deadLettersTopic(),
                                "Dead letters are kept on " + troubles.deadLettersTopic()));
    }

    private static Vigil vigil(Supplier<@Nullable String> trouble, String ill, String well) {
        return new Vigil(
                "inbox-watch", trouble, LOG, ill + ": {}. See docs/watching.md.", well + " again.");
    }

    /** Begins to look. */
    void start() {
        vigils.forEach(Vigil::start);
    }

    /** Whether there is no trouble. */
    boolean isWell() {
        return vigils.stream().filter(Vigil::isWell).count() == vigils.size();
    }

    @Override
    public void close() {
        vigils.forEach(Vigil::close);
    }
}
