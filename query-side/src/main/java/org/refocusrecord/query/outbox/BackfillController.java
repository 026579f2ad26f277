package org.refocusrecord.query.outbox;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.kafka.TopicName;
import org.refocusrecord.query.door.Readership;
import org.refocusrecord.query.outbox.BackfillLine.State;
import org.refocusrecord.security.Caller;
import org.refocusrecord.web.json.JsonAnswers;
import org.refocusrecord.web.problem.Fault;
import org.refocusrecord.web.problem.Problem;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.problem.ProblemException;
import org.refocusrecord.web.query.Queries;
import org.refocusrecord.web.query.QueryClock;
import org.refocusrecord.web.query.QueryParameter;
import org.refocusrecord.web.query.QueryValues;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Fills a topic from the log while somebody listens, for administrators of all trusts. */
@RestController
public final class BackfillController {

    private static final long FIRST = 1;

    static final QueryParameter<String> TOPIC =
            new QueryParameter<>(
                    "topic",
                    "The topic, which has no records but those that this call has sent before: up"
                            + " to 249 letters, digits, '.', '_' and '-'.",
                    Map.of("type", "string", "pattern", "^" + TopicName.LEGAL + "$"),
                    true,
                    false,
                    null,
                    // One that is none is refused with the rule.
                    (text, _) -> text);
    static final QueryParameter<Long> FROM =
            position(
                    "from",
                    "The position of the first event. Left out: that from which the topic is filled"
                            + " already, else 1.");
    static final QueryParameter<Long> TO =
            position("to", "The position of the last event; the newest if left out or beyond.");
    static final Queries QUERY = Queries.of("/outbox/backfill", TOPIC, FROM, TO);

    private static final Logger LOG = LoggerFactory.getLogger(BackfillController.class);
    private static final Duration BETWEEN_LINES = Duration.ofMillis(500);

    private final @Nullable Backfills backfills;

    /** Where there is no Kafka nothing can be filled. */
    BackfillController(ObjectProvider<Backfills> backfills) {
        this.backfills = backfills.getIfAvailable();
    }

    /** Sends while lines of how far it is can be written; called again it goes on. */
    @PostMapping("/api/v1/outbox/backfill")
    public void fill(Caller caller, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Readership.OPERATIONS.require(caller);
        caller.requireAdministratorOfAllTrusts();
        QueryValues query = QUERY.read(request, new QueryClock(Instant.EPOCH, ZoneOffset.UTC));
        requireInForm(query);
        if (backfills == null) {
            throw new ProblemException(ProblemCode.KAFKA_NOT_REACHABLE);
        }
        try (Backfill backfill = begun(backfills, query)) {
            response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
            fill(backfill, response.getOutputStream());
        }
    }

    private static void requireInForm(QueryValues query) {
        List<Fault> faults = new ArrayList<>();
        if (!TopicName.is(Objects.requireNonNull(query.get(TOPIC)))) {
            faults.add(
                    new Fault(
                            "/topic",
                            ProblemCode.VALUE_NOT_ALLOWED,
                            "The name of a topic is up to 249 letters, digits, '.', '_' and '-'."));
        }
        for (QueryParameter<Long> parameter : List.of(FROM, TO)) {
            if (Objects.requireNonNullElse(query.get(parameter), FIRST) < FIRST) {
                faults.add(
                        new Fault(
                                "/" + parameter.name(),
                                ProblemCode.VALUE_NOT_ALLOWED,
                                "Positions begin at 1."));
            }
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.of(faults));
        }
    }

    private static QueryParameter<Long> position(String name, String meaning) {
        QueryParameter<Long> count = QueryParameter.count(name, meaning);
        Map<String, Object> schema = new HashMap<>(count.schema());
        schema.put("minimum", FIRST);
        return new QueryParameter<>(
                name,
                meaning,
                Collections.unmodifiableMap(schema),
                false,
                false,
                count.readable(),
                count.reader());
    }

    private static Backfill begun(Backfills backfills, QueryValues query) {
        long head = backfills.head();
        Long from = query.get(FROM);
        long first = from == null ? FIRST : from;
        long last = Objects.requireNonNullElse(query.get(TO), head);
        if (last < first && query.get(TO) != null) {
            throw new ProblemException(Fault.at("/to", ProblemCode.RANGE_REVERSED));
        }
        if (first > head + 1) {
            throw new ProblemException(
                    new Fault(
                            "/from",
                            ProblemCode.VALUE_NOT_ALLOWED,
                            "The newest event has position %d.".formatted(head)));
        }
        try {
            return backfills.begin(
                    Objects.requireNonNull(query.get(TOPIC)),
                    from == null ? null : first,
                    Math.min(head, last));
        } catch (TopicRefused refused) {
            throw new ProblemException(against(refused));
        } catch (NotSent away) {
            throw new ProblemException(ProblemCode.LOG_NOT_REACHABLE);
        }
    }

    private static Fault against(TopicRefused refused) {
        return switch (refused.reason()) {
            case OWN ->
                    new Fault(
                            "/topic",
                            ProblemCode.TOPIC_TAKEN,
                            "That is one of the service's own topics, or of the brokers' own.");
            case NAME ->
                    new Fault(
                            "/topic",
                            ProblemCode.VALUE_NOT_ALLOWED,
                            "The brokers take no topic of that name: to them '.' and '_' are the"
                                    + " same, and another may have it.");
            case TAKEN -> Fault.at("/topic", ProblemCode.TOPIC_TAKEN);
            case NOT_FRESH -> Fault.at("/topic", ProblemCode.TOPIC_NOT_FRESH);
        };
    }

    private static void fill(Backfill backfill, OutputStream out) throws IOException {
        State state = State.SENDING;
        String cause = null;
        long told = System.nanoTime();
        while (state == State.SENDING) {
            try {
                state = backfill.goOn() ? State.SENDING : State.DONE;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                state = State.STOPPED;
                cause = "the server stops";
            } catch (RuntimeException failed) {
                state = State.STOPPED;
                cause = NotSent.cause(failed);
                LOG.warn("a topic was not filled: {}", cause);
            }
            if (state != State.SENDING || System.nanoTime() - told > BETWEEN_LINES.toNanos()) {
                tell(backfill, state, cause, out);
                told = System.nanoTime();
            }
        }
    }

    private static void tell(
            Backfill backfill, State state, @Nullable String cause, OutputStream out)
            throws IOException {
        BackfillLine line =
                new BackfillLine(
                        state,
                        backfill.from(),
                        backfill.position(),
                        backfill.to(),
                        backfill.sent(),
                        cause);
        out.write(JsonAnswers.mapper().writeValueAsBytes(line));
        out.write('\n');
        out.flush();
    }
}
