package org.refocusrecord.command.door.inbox;

import org.refocusrecord.command.casefile.CaseCommand;
import org.refocusrecord.command.door.inbox.SessionOutcome.Outcome;
import org.refocusrecord.eventlog.LogReads;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.web.problem.Problem;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.problem.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Brings a record to its end: recorded or not, and its outcome on the brokers. While the record or
 * the brokers are away it tries again and again, until the inbox is closed: then the record is as
 * if it had never been read, and comes again.
 */
final class Handling {

    private static final Logger LOG = LoggerFactory.getLogger(Handling.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration BETWEEN_WORDS = Duration.ofMinutes(1);

    private final SessionTry sessions;
    private final OutcomeTopic outcomes;
    private final DeadLetterTopic deadLetters;
    private final WaitingTable waiting;
    private final LogReads log;
    private final Problems problems;
    private final InboxCounts counts;
    private final Duration waits;
    private volatile boolean closed;
    private final AtomicLong told = new AtomicLong(System.nanoTime() - BETWEEN_WORDS.toNanos() - 1);

    Handling(
            SessionTry sessions,
            OutcomeTopic outcomes,
            DeadLetterTopic deadLetters,
            WaitingTable waiting,
            LogReads log,
            Problems problems,
            InboxCounts counts,
            Duration waits) {
        this.sessions = sessions;
        this.outcomes = outcomes;
        this.deadLetters = deadLetters;
        this.waiting = waiting;
        this.log = log;
        this.problems = problems;
        this.counts = counts;
        this.waits = waits;
    }

    /** The inbox was closed before a record came to its end. */
    static final class Closed extends RuntimeException {
        Closed() {
            super("the inbox is closed", null, false, false);
        }
    }

    /**
     * A record that was read just now. What is returned waits until the brokers have its outcome,
     * which is on its way; those of one key are in order.
     *
     * @throws Closed where that was before its end, as what is returned does
     */
    Runnable arrived(SentRecord sent) {
        Decided decided = decided(sent);
        return decided.verdict() instanceof Verdict.TooEarly(Problem problem)
                ? waiting(decided, problem)
                : settle(decided.message(), decided.verdict());
    }

    /**
     * What is to become of a record.
     *
     * @param seen how far the log was when it was found too early, at the least
     */
    private record Decided(Message message, Verdict verdict, long seen) {}

    private Decided decided(SentRecord sent) {
        Message message = new Message.Unreadable(sent, Problem.of(ProblemCode.FAULT));
        try {
            message = MessageReader.read(sent);
            Verdict verdict = verdict(message);
            if (!(verdict instanceof Verdict.TooEarly)) {
                return new Decided(message, verdict, 0);
            }
            long seen = insisting(() -> log.head().position());
            // What it names may have come since: from here on its case is watched.
            return new Decided(message, verdict(message), seen);
        } catch (Closed over) {
            throw over;
        } catch (RuntimeException | Error fault) {
            // A record at which this program fails must not stand in the way of those behind it.
            return new Decided(message, new Verdict.Unreadable(problems.of(fault)), 0);
        }
    }

    /** The sender is told before anybody can try it again: the end comes after that. */
    private Runnable waiting(Decided decided, Problem problem) {
        Message message = decided.message();
        told(message, Outcome.WAITING, problem).run();
        String stream = stream((Message.Session) message);
        insisting(() -> kept(message.sent(), stream, decided.seen()));
        return () -> {};
    }

    private boolean kept(SentRecord sent, String stream, long before) {
        waiting.keep(sent, stream, before, waits);
        return true;
    }

    /** What names a case that cannot be there has a verdict other than that it came too early. */
    private static String stream(Message.Session session) {
        return CaseCommand.streamOf(new CaseId(UUID.fromString(session.caseId().orElseThrow())));
    }

    /**
     * One that waits, once more; false where it goes on waiting.
     *
     * @throws Closed where the inbox was closed before that was known
     */
    boolean again(WaitingTable.Waiting one) {
        long before = insisting(() -> log.head().position());
        Message message = MessageReader.read(one.sent());
        Verdict verdict = verdict(message);
        if (verdict instanceof Verdict.TooEarly(Problem problem)) {
            if (!one.isOver()) {
                waiting.tried(one.id(), before);
                return false;
            }
            if (problem.code() == ProblemCode.EVENT_NOT_READABLE) {
                // That is our trouble and not the sender's: nothing of it is lost.
                insisting(() -> deadLetters.keep(one.sent(), problem).join());
            }
            told(message, Outcome.REFUSED, problem).run();
        } else {
            settle(message, verdict).run();
        }
        waiting.takeAway(one.id());
        return true;
    }

    private Runnable settle(Message message, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Recorded(boolean before, Object receipt) -> {
                Outcome outcome = before ? Outcome.REPEATED : Outcome.RECORDED;
                yield told(outcome, () -> outcomes.tell(message, outcome, receipt));
            }
            case Verdict.Forgotten(Problem problem) -> told(message, Outcome.REPEATED, problem);
            case Verdict.Refused(Problem problem) -> told(message, Outcome.REFUSED, problem);
            case Verdict.Unreadable(Problem problem) -> {
                insisting(() -> deadLetters.keep(message.sent(), problem).join());
                counts.countDeadLetter(problem.code());
                yield told(message, Outcome.REFUSED, problem);
            }
            case Verdict.TooEarly _, Verdict.Away _ ->
                    throw new IllegalStateException("this is no end");
        };
    }

    private Runnable told(Message message, Outcome outcome, Problem problem) {
        return told(outcome, () -> outcomes.tell(message, outcome, problem));
    }

    /** Sends it, and answers with what waits for it, and sends it again where it is not taken. */
    private Runnable told(Outcome outcome, Supplier<CompletableFuture<Void>> tell) {
        CompletableFuture<Void> first = tell.get();
        return () -> {
            try {
                first.join();
            } catch (CompletionException notTaken) {
                insisting(() -> tell.get().join());
            }
            counts.count(outcome);
        };
    }

    /** Whatever it is but that the record is away. */
    private Verdict verdict(Message message) {
        while (true) {
            Verdict verdict = sessions.of(message);
            if (!(verdict instanceof Verdict.Away(Problem problem))) {
                return verdict;
            }
            pause("the record is away or busy (" + problem.code().code() + ")");
        }
    }

    /** What needs the database or the brokers, until they are there. */
    private <T> T insisting(Supplier<T> work) {
        while (true) {
            try {
                return work.get();
            } catch (RuntimeException failed) {
                Throwable cause =
                        failed instanceof CompletionException wrapped && wrapped.getCause() != null
                                ? wrapped.getCause()
                                : failed;
                pause("not reached: " + cause.getClass().getSimpleName());
            }
        }
    }

    /** Said now and then, however many records wait. */
    private void pause(String why) {
        long before = told.get();
        long now = System.nanoTime();
        if (now - before > BETWEEN_WORDS.toNanos() && told.compareAndSet(before, now)) {
            LOG.warn("sessions by Kafka are tried again and again: {}", why);
        }
        if (closed) {
            throw new Closed();
        }
        try {
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Closed();
        }
    }

    /** What has not come to its end comes again. */
    void close() {
        closed = true;
    }
}
