package org.refocusrecord.command.door.inbox;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.refocusrecord.command.door.inbox.SessionOutcome.Outcome;
import org.refocusrecord.web.json.JsonAnswers;
import org.refocusrecord.web.problem.Problem;
import org.refocusrecord.web.problem.ProblemJson;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Tells senders what became of their records: key and correlation id as they were sent. */
final class OutcomeTopic {

    /** Of a body full of faults all could be told only in an answer larger than the body. */
    private static final int MOST_FAULTS = 1_000;

    private final Brokers brokers;
    private final String topic;

    OutcomeTopic(Brokers brokers, String topic) {
        this.brokers = brokers;
        this.topic = topic;
    }

    CompletableFuture<Void> tell(Message message, Outcome outcome, Object receipt) {
        return tell(message, outcome, receipt, null);
    }

    /** Where the brokers do not take all of it, without what is against the record one by one. */
    CompletableFuture<Void> tell(Message message, Outcome outcome, Problem problem) {
        return Brokers.orShorter(
                tell(message, outcome, problem, MOST_FAULTS),
                () -> tell(message, outcome, problem, 0));
    }

    private CompletableFuture<Void> tell(
            Message message, Outcome outcome, Problem problem, int most) {
        Problem told = FaultsForOthers.of(shortened(problem, most));
        return tell(message, outcome, null, ProblemJson.tree(told));
    }

    private CompletableFuture<Void> tell(
            Message message, Outcome outcome, @Nullable Object receipt, @Nullable Object problem) {
        SessionOutcome told =
                new SessionOutcome(message.sessionId().orElse(null), outcome, receipt, problem);
        String within = message instanceof Message.Session session ? session.correlation() : null;
        List<Header> headers = new ArrayList<>(Origin.correlation(message.sent(), within));
        headers.addAll(Origin.of(message.sent()));
        headers.add(SentRecord.header("content-type", "application/json"));
        return brokers.send(
                new ProducerRecord<>(
                        topic,
                        null,
                        Origin.answered(message.sent().key()),
                        JsonAnswers.mapper().writeValueAsBytes(told),
                        headers));
    }

    private static Problem shortened(Problem problem, int most) {
        return problem.errors().size() <= most
                ? problem
                : new Problem(
                        problem.code(),
                        problem.detail(),
                        problem.errors().subList(0, most),
                        problem.retryAfter(),
                        problem.id());
    }
}
