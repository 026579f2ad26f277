package org.refocusrecord.command.door.inbox;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.refocusrecord.command.door.inbox.DeadLetter.Place;
import org.refocusrecord.kafka.KafkaNotReachable;
import org.refocusrecord.web.json.Uuids;
import org.refocusrecord.web.problem.Problem;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.problem.ProblemException;
import org.refocusrecord.web.problem.ProblemJson;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Where dead letters are looked after: read where they lie, and sent again. Brokers that do not
 * answer in time are said to be away; what was being sent may arrive all the same, and is recorded
 * once.
 */
final class DeadLetterDesk {

    private static final long PATIENCE_SECONDS = 10;

    private final DeadLetterReading letters;
    private final DeadLetterRetries retries;
    private final SessionTry sessions;
    private final Brokers brokers;

    DeadLetterDesk(
            DeadLetterReading letters,
            DeadLetterRetries retries,
            SessionTry sessions,
            Brokers brokers) {
        this.letters = letters;
        this.retries = retries;
        this.sessions = sessions;
        this.brokers = brokers;
    }

    /**
     * A dead letter as it is shown.
     *
     * @param cause the code of its first fault when it came
     * @param caseId the record's key, where that is an id
     * @param bytes how many its value has, wherever that lies
     * @param problem what this program has against its form now; null: nothing
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

    /**
     * Some of them, in order.
     *
     * @param next where the next begins; null: there is none
     */
    record Some(List<Shown> shown, @Nullable Place next) {}

    Some page(@Nullable Place from, int limit) {
        DeadLetterReading.Page page = reached(() -> letters.page(from, limit));
        return new Some(page.letters().stream().map(this::shown).toList(), page.next());
    }

    Optional<Shown> one(Place place) {
        return reached(() -> letters.one(place)).map(this::shown);
    }

    /** Sends one again; empty where it, or its value, is not to be had any more. */
    Optional<Shown> retry(Place place, String account) {
        Optional<DeadLetter> letter = reached(() -> letters.one(place));
        Optional<SentRecord> whole = letter.flatMap(this::whole);
        if (letter.isEmpty() || whole.isEmpty()) {
            return Optional.empty();
        }
        SentRecord sent = whole.get();
        Long stamp = sent.sentAt() == null ? null : sent.sentAt().toEpochMilli();
        var again =
                new ProducerRecord<>(
                        sent.topic(), null, stamp, sent.key(), sent.value(), sent.headers());
        reached(() -> brokers.send(again).orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join());
        retries.note(letter.get(), account);
        return Optional.of(shown(letter.get()));
    }

    private Optional<SentRecord> whole(DeadLetter letter) {
        return letter.bytesLeftBehind() == null
                ? Optional.of(letter.sent())
                : reached(() -> letters.original(letter.sent()));
    }

    private Shown shown(DeadLetter letter) {
        SentRecord sent = letter.sent();
        return new Shown(
                letter.place().toString(),
                letter.cause(),
                new Source(sent.topic(), sent.partition(), sent.offset(), sent.sentAt()),
                Uuids.uuid(sent.keyText()) == null ? null : sent.keyText(),
                letter.bytes(),
                retries.last(letter).orElse(null),
                against(letter).map(ProblemJson::tree).orElse(null));
    }

    private Optional<Problem> against(DeadLetter letter) {
        return letter.bytesLeftBehind() == null
                ? sessions.againstFormOf(MessageReader.read(letter.sent()))
                : Optional.of(Problem.of(ProblemCode.BODY_TOO_LARGE));
    }

    private static <T> T reached(Supplier<T> asking) {
        try {
            return asking.get();
        } catch (KafkaNotReachable | CompletionException away) {
            throw new ProblemException(ProblemCode.KAFKA_NOT_REACHABLE);
        }
    }
}
