package org.refocusrecord.command.door.inbox;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.refocusrecord.command.door.inbox.SessionOutcome.Outcome;

import java.util.List;
import java.util.Locale;

/** What is measured of the inbox. */
record InboxMeters(
        InboxCounts counts,
        Lanes lanes,
        WaitingTable waiting,
        Untold untold,
        InboxTroubles troubles)
        implements MeterBinder {

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Outcome outcome : Outcome.values()) {
            FunctionCounter.builder("refocus.inbox.outcomes", counts, all -> all.of(outcome))
                    .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                    .description("Records that came to an outcome on this node.")
                    .register(registry);
        }
        FunctionCounter.builder("refocus.inbox.dead-letters", counts, InboxCounts::deadLetters)
                .description("Records that could not be read on this node.")
                .register(registry);
        Gauge.builder("refocus.inbox.in-flight", lanes, Lanes::underWay)
                .description("Records that are under way on this node.")
                .register(registry);
        Gauge.builder("refocus.inbox.waiting", waiting, InboxMeters::count)
                .description(
                        "Sessions that wait for what they name, or for a server that can read and"
                                + " write their case, on all nodes.")
                .register(registry);
        for (String topic : List.of(troubles.outcomesTopic(), troubles.deadLettersTopic())) {
            Gauge.builder("refocus.inbox.untold", untold, all -> all.count(topic))
                    .tag("topic", topic)
                    .description("What this node is to tell and no broker has acknowledged.")
                    .register(registry);
        }
        Gauge.builder("refocus.inbox.stuck", troubles, all -> all.isAny() ? 1 : 0)
                .description("1 while sessions are not taken, or senders not told, here.")
                .register(registry);
    }

    /** Not a number while the database is away. */
    private static double count(WaitingTable waiting) {
        try {
            return waiting.count();
        } catch (RuntimeException away) {
            return Double.NaN;
        }
    }
}
