package org.refocusrecord.command.door.inbox;

import jakarta.servlet.http.HttpServletRequest;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.refocusrecord.command.door.inbox.DeadLetter.Place;
import org.refocusrecord.kafka.KafkaNotReachable;
import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Role;
import org.refocusrecord.web.problem.Problem;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.problem.ProblemException;
import org.refocusrecord.web.problem.ProblemJson;
import org.refocusrecord.web.query.Queries;
import org.refocusrecord.web.query.QueryClock;
import org.refocusrecord.web.query.QueryParameter;
import org.refocusrecord.web.query.QueryValues;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/**
 * What administrators do about records that could not be read: see which there are and why, and
 * send one again when what was in its way is mended. What was said in it is shown to nobody here.
 */
@RestController
@RequestMapping("/api/v1/dead-letters")
public final class DeadLetterController {

    static final Queries LIST =
            Queries.of("/dead-letters", QueryParameter.LIMIT, QueryParameter.CURSOR);

    private static final Queries NONE = Queries.of("");
    private static final QueryClock CLOCK = new QueryClock(Instant.EPOCH, ZoneOffset.UTC);

    private final DeadLetterReading letters;
    private final DeadLetterRetries retries;
    private final Brokers brokers;

    /** Where they lie, and by which they are sent again. */
    DeadLetterController(DeadLetterReading letters, DeadLetterRetries retries, Brokers brokers) {
        this.letters = letters;
        this.retries = retries;
        this.brokers = brokers;
    }

    /**
     * A dead letter as it is shown.
     *
     * @param cause the code of its first fault when it came
     * @param caseId the record's key, where that is an id
     * @param problem what this program has against it now; null: nothing
     */
    record Shown(
            String id,
            String cause,
            Source source,
            @Nullable String caseId,
            int bytes,
            @Nullable Instant retriedAt,
            @Nullable Object problem) {}

    /** Where a record came from. */
    record Source(String topic, int partition, long offset, @Nullable Instant sentAt) {}

    /** A page of them. */
    record Page(List<Shown> deadLetters, @Nullable String next) {}

    /** The dead letters, in the order in which they lie. */
    @GetMapping
    public ResponseEntity<Object> list(Caller caller, HttpServletRequest request) {
        caller.require(Role.ADMIN);
        QueryValues query = LIST.read(request, CLOCK);
        List<String> place = query.place();
        DeadLetterReading.Page page =
                reached(() ->
                        letters.page(
                                place == null ? null : Place.of(place.getFirst()), query.limit()));
        return json(
                new Page(
                        page.letters().stream().map(this::shown).toList(),
                        page.next() == null ? null : query.next(page.next().toString())));
    }

    /** One of them. */
    @GetMapping("/{id}")
    public ResponseEntity<Object> one(
            @PathVariable String id, Caller caller, HttpServletRequest request) {
        caller.require(Role.ADMIN);
        NONE.read(request, CLOCK);
        return json(shown(found(id)));
    }

    /** Sends one again, as it came, to where it came. */
    @PostMapping("/{id}/retry")
    public ResponseEntity<Object> retry(
            @PathVariable String id, Caller caller, HttpServletRequest request) {
        caller.require(Role.ADMIN);
        NONE.read(request, CLOCK);
        DeadLetter letter = found(id);
        SentRecord sent =
                letter.bytesLeftBehind() == null
                        ? letter.sent()
                        : reached(() -> letters.original(letter.sent()))
                                .orElseThrow(DeadLetterController::unknown);
        reached(() ->
                brokers.send(
                                new ProducerRecord<>(
                                        sent.topic(),
                                        null,
                                        sent.sentAt() == null ? null : sent.sentAt().toEpochMilli(),
                                        sent.key(),
                                        sent.value(),
                                        sent.headers()))
                        .join());
        retries.note(letter, caller.sub());
        return json(shown(letter));
    }

    private DeadLetter found(String id) {
        Place place = Place.of(id);
        if (place == null) {
            throw unknown();
        }
        return reached(() -> letters.one(place)).orElseThrow(DeadLetterController::unknown);
    }

    private static ProblemException unknown() {
        return new ProblemException(ProblemCode.DEAD_LETTER_UNKNOWN);
    }

    private Shown shown(DeadLetter letter) {
        SentRecord sent = letter.sent();
        byte[] value = sent.value();
        String key = sent.keyText();
        return new Shown(
                letter.place().toString(),
                letter.cause(),
                new Source(sent.topic(), sent.partition(), sent.offset(), sent.sentAt()),
                org.refocusrecord.web.json.Uuids.uuid(key) == null ? null : key,
                letter.bytesLeftBehind() != null
                        ? letter.bytesLeftBehind()
                        : value == null ? 0 : value.length,
                retries.last(letter).orElse(null),
                problem(sent).map(ProblemJson::tree).orElse(null));
    }

    /** What can be said of it without a look at any case. */
    private static Optional<Problem> problem(SentRecord sent) {
        return MessageReader.read(sent) instanceof Message.Unreadable unreadable
                ? Optional.of(unreadable.problem())
                : Optional.empty();
    }

    private static ResponseEntity<Object> json(Object body) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body);
    }

    private interface Asking<T> {
        T ask();
    }

    private static <T> T reached(Asking<T> asking) {
        try {
            return asking.ask();
        } catch (KafkaNotReachable | CompletionException away) {
            throw new ProblemException(ProblemCode.BROKERS_NOT_REACHABLE);
        }
    }
}
