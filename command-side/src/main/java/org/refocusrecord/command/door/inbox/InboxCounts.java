package org.refocusrecord.command.door.inbox;

import org.refocusrecord.command.door.inbox.SessionOutcome.Outcome;
import org.refocusrecord.web.problem.ProblemCode;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** How often what came of records, on this node since it started. */
final class InboxCounts {

    private final Map<Outcome, LongAdder> outcomes = new EnumMap<>(Outcome.class);
    private final Map<ProblemCode, LongAdder> deadLetters = new EnumMap<>(ProblemCode.class);

    InboxCounts() {
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(outcome, new LongAdder());
        }
        for (ProblemCode code : ProblemCode.values()) {
            deadLetters.put(code, new LongAdder());
        }
    }

    void count(Outcome outcome) {
        outcomes.getOrDefault(outcome, new LongAdder()).increment();
    }

    void countDeadLetter(ProblemCode cause) {
        deadLetters.getOrDefault(cause, new LongAdder()).increment();
    }

    long of(Outcome outcome) {
        return outcomes.getOrDefault(outcome, new LongAdder()).sum();
    }

    /** Of whatever kind. */
    long outcomes() {
        return outcomes.values().stream().mapToLong(LongAdder::sum).sum();
    }

    long deadLetters() {
        return deadLetters.values().stream().mapToLong(LongAdder::sum).sum();
    }
}
