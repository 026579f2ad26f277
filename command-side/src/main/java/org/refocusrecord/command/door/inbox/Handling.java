package org.refocusrecord.command.door.inbox;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.command.casefile.CaseCommand;
import org.refocusrecord.command.door.inbox.SessionOutcome.Outcome;
import org.refocusrecord.command.door.inbox.WaitingTable.SealedRecord;
import org.refocusrecord.eventlog.LogReads;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.web.problem.Problem;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.problem.Problems;

import java.time.Duration;
import java.util.UUID;

/**
 * Brings a record to its end: recorded or not, and its outcome on the brokers. While the record or
 * the brokers are away it tries again and again, until the inbox is closed: then the record is as
 * if it had never been read, and comes again.
 */
final class Handling implements RecordHandling {

    /** What was a fault of the moment is none the next time. */
    private static final int TRIES_OF_A_FAULT = 3;

    /** Of one that waits already: it is tried again, and others wait for their turn. */
    private static final int TRIES_WHILE_AWAY = 5;

    private final SessionTry sessions;
    private final Endings endings;
    private final WaitingTable waiting;
    private final LogReads log;
    private final Problems problems;
    private final Duration waits;
    private final Perseverance perseverance;

    /** What may wait does so at most so long. */
    Handling(
            SessionTry sessions,
            Endings endings,
            WaitingTable waiting,
            LogReads log,
            Problems problems,
            Duration waits,
            Perseverance perseverance) {
        this.sessions = sessions;
        this.endings = endings;
        this.waiting = waiting;
        this.log = log;
        this.problems = problems;
        this.waits = waits;
        this.perseverance = perseverance;
    }

    /**
     * A record that was read just now. What is returned waits until the brokers have its outcome,
     * which is on its way; those of one key are in order.
     *
     * @throws Perseverance.Closed where that was before its end, as what is returned does
     */
    @Override
    public Runnable arrived(SentRecord sent) {
        Decided decided = decided(sent);
        return switch (decided.verdict()) {
            case Verdict.TooEarly(Problem problem) -> waiting(decided, decided.seen(), problem);
            case Verdict.HeldUp(Problem problem) ->
                    waiting(decided, WaitingTable.WHATEVER_COMES, problem);
            case Verdict end -> endings.settle(decided.message(), end);
        };
    }

    /**
     * What is to become of a record.
     *
     * @param seen how far the log was then, at the least, where that was asked
     */
    private record Decided(Message message, Verdict verdict, long seen) {}

    private Decided decided(SentRecord sent) {
        Decided first = decided(sent, WaitingTable.WHATEVER_COMES, Integer.MAX_VALUE);
        if (!(first.verdict() instanceof Verdict.TooEarly)) {
            return first;
        }
        // What it names may have come since: from here on its case is watched.
        return decided(sent, head(), Integer.MAX_VALUE);
    }

    /**
     * What it is when the record has been there, or was away so many times. Whoever is stopped
     * meanwhile meets faults that are none of the record's.
     */
    private Decided decided(SentRecord sent, long seen, int tries) {
        int away = 0;
        int faults = 0;
        Message read = null;
        while (true) {
            Decided decided = once(read, sent, seen);
            read = decided.message() instanceof Message.Session session ? session : null;
            if (decided.verdict() instanceof Verdict.Away(Problem problem) && ++away < tries) {
                perseverance.pause("the record is away or busy (" + problem.code().code() + ")");
            } else if (isFault(decided.verdict()) && ++faults < TRIES_OF_A_FAULT) {
                perseverance.pause("the program failed at one");
            } else {
                return decided;
            }
        }
    }

    /** What was read is not read again. */
    private Decided once(@Nullable Message read, SentRecord sent, long seen) {
        Message message = new Message.Unreadable(sent, Problem.of(ProblemCode.FAULT));
        try {
            message = read == null ? MessageReader.read(sent) : read;
            return new Decided(message, sessions.of(message), seen);
        } catch (OutOfMemoryError | InternalError | LinkageError notByIt) {
            // Another may have used up what this one lacks: it comes again.
            throw notByIt;
        } catch (RuntimeException | Error fault) {
            // A record at which this program fails must not stand in the way of those behind it.
            return new Decided(message, new Verdict.Unreadable(problems.of(fault)), seen);
        }
    }

    @Override
    public Runnable givenUp(SentRecord sent) {
        Problem fault = Problem.of(ProblemCode.FAULT);
        return endings.settle(new Message.Unreadable(sent, fault), new Verdict.Unreadable(fault));
    }

    /**
     * The sender is told before anybody can try it again: the end comes after that. But not before
     * it is known that it can be kept.
     */
    private Runnable waiting(Decided decided, long seen, Problem problem) {
        Message message = decided.message();
        String stream = stream((Message.Session) message);
        SealedRecord sealed = perseverance.insistOn(() -> waiting.seal(message.sent()));
        endings.told(message, Outcome.WAITING, problem).run();
        perseverance.insistOn(() -> waiting.keep(sealed, stream, seen, waits));
        return () -> {};
    }

    /** What names a case that cannot be there has a verdict other than that it must wait. */
    private static String stream(Message.Session session) {
        return CaseCommand.streamOf(new CaseId(UUID.fromString(session.caseId().orElseThrow())));
    }

    /**
     * One that waits, once more; false where its case cannot be read here, or not now, which those
     * behind it would find too.
     *
     * @throws Perseverance.Closed where the inbox was closed before that was known
     */
    boolean again(WaitingTable.Waiting one) {
        Decided decided = decided(one.sent(), head(), TRIES_WHILE_AWAY);
        Message message = decided.message();
        switch (decided.verdict()) {
            case Verdict.TooEarly(Problem problem) -> {
                if (!one.isOver()) {
                    waiting.tried(one.id(), decided.seen());
                    return true;
                }
                endings.told(message, Outcome.REFUSED, problem).run();
            }
            case Verdict.HeldUp(Problem problem) -> {
                if (!one.isOver()) {
                    waiting.tried(one.id(), WaitingTable.WHATEVER_COMES);
                    return false;
                }
                // That is our trouble and not the sender's.
                endings.keep(message, problem);
                endings.told(message, Outcome.REFUSED, problem).run();
            }
            case Verdict.Away _ -> {
                // As if it had not been tried: it is found again.
                return false;
            }
            case Verdict end -> endings.settle(message, end).run();
        }
        waiting.takeAway(one.id());
        return true;
    }

    private long head() {
        return perseverance.insistOn(() -> log.head().position());
    }

    private static boolean isFault(Verdict verdict) {
        return verdict instanceof Verdict.Unreadable(Problem problem)
                && problem.code() == ProblemCode.FAULT;
    }

    /** What has not come to its end comes again. */
    void close() {
        perseverance.close();
    }
}
