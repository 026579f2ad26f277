package org.refocusrecord.command.door.inbox;

import org.refocusrecord.command.door.inbox.SessionOutcome.Outcome;
import org.refocusrecord.web.problem.Problem;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * How a record ends: its outcome goes to the brokers, and what cannot be read is kept there as it
 * came. What is returned waits until the brokers have the outcome, which is on its way; those of
 * one key are in order.
 */
final class Endings {

    private final InboxSettings settings;
    private final OutcomeTopic outcomes;
    private final DeadLetterTopic deadLetters;
    private final InboxCounts counts;
    private final Untold untold;
    private final Perseverance perseverance;

    Endings(
            InboxSettings settings,
            OutcomeTopic outcomes,
            DeadLetterTopic deadLetters,
            InboxCounts counts,
            Untold untold,
            Perseverance perseverance) {
        this.settings = settings;
        this.outcomes = outcomes;
        this.deadLetters = deadLetters;
        this.counts = counts;
        this.untold = untold;
        this.perseverance = perseverance;
    }

    /** Of a verdict that is one. */
    Runnable settle(Message message, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Recorded(boolean before, Object receipt) -> {
                Outcome outcome = before ? Outcome.REPEATED : Outcome.RECORDED;
                yield told(outcome, () -> outcomes.tell(message, outcome, receipt));
            }
            case Verdict.Forgotten(Problem problem) -> told(message, Outcome.REPEATED, problem);
            case Verdict.Refused(Problem problem) -> told(message, Outcome.REFUSED, problem);
            case Verdict.Unreadable(Problem problem) -> {
                keep(message, problem);
                yield told(message, Outcome.REFUSED, problem);
            }
            case Verdict.TooEarly _, Verdict.HeldUp _, Verdict.Away _ ->
                    throw new IllegalStateException("this is no end");
        };
    }

    /** Nothing of it is lost: somebody may send it again. */
    void keep(Message message, Problem problem) {
        try (Untold.Word word = untold.begin(settings.deadLetters())) {
            perseverance.insistOn(
                    () -> Brokers.await(deadLetters.keep(message.sent(), problem)), word::refused);
        }
        counts.countDeadLetter(problem.code());
    }

    /** Tells of a record that it did not come to be recorded, and why. */
    Runnable told(Message message, Outcome outcome, Problem problem) {
        return told(outcome, () -> outcomes.tell(message, outcome, problem));
    }

    /** Sends it, and answers with what waits for it, and sends it again where it is not taken. */
    private Runnable told(Outcome outcome, Supplier<CompletableFuture<Void>> tell) {
        Untold.Word word = untold.begin(settings.outcomes());
        try {
            return new Telling(outcome, tell, tell.get(), word);
        } catch (RuntimeException | Error notSent) {
            word.close();
            throw notSent;
        }
    }

    /** An outcome that is on its way. */
    private final class Telling implements Runnable {
        private final Outcome outcome;
        private final Supplier<CompletableFuture<Void>> again;
        private final CompletableFuture<Void> first;
        private final Untold.Word word;

        Telling(
                Outcome outcome,
                Supplier<CompletableFuture<Void>> again,
                CompletableFuture<Void> first,
                Untold.Word word) {
            this.outcome = outcome;
            this.again = again;
            this.first = first;
            this.word = word;
        }

        @Override
        public void run() {
            try (word) {
                await();
            }
            counts.count(outcome);
        }

        private void await() {
            try {
                Brokers.await(first);
            } catch (CompletionException notTaken) {
                word.refused(notTaken.getCause() == null ? notTaken : notTaken.getCause());
                perseverance.insistOn(() -> Brokers.await(again.get()), word::refused);
            }
        }
    }
}
