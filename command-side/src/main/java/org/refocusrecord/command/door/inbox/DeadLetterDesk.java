package org.refocusrecord.command.door.inbox;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.command.door.inbox.DeadLetter.Place;
import org.refocusrecord.command.door.inbox.DeadLetterReading.Search;
import org.refocusrecord.command.door.inbox.DeadLetterSending.Left;
import org.refocusrecord.kafka.KafkaNotReachable;
import org.refocusrecord.web.json.Uuids;
import org.refocusrecord.web.problem.Problem;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.problem.ProblemException;
import org.refocusrecord.web.problem.ProblemJson;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Where dead letters are looked after: read where they lie, and sent again. */
final class DeadLetterDesk {

    private final DeadLetterReading letters;
    private final DeadLetterRetries retries;
    private final DeadLetterSending sending;
    private final SessionTry sessions;

    DeadLetterDesk(
            DeadLetterReading letters,
            DeadLetterRetries retries,
            SessionTry sessions,
            Supplier<Brokers> brokers) {
        this.letters = letters;
        this.retries = retries;
        this.sending = new DeadLetterSending(letters, retries, brokers);
        this.sessions = sessions;
    }

    /**
     * A dead letter as it is shown.
     *
     * @param cause the code of its first fault when it came; empty: it names none that there is
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

    /** Where a record came from; of an empty topic where nobody knows. */
    record Source(String topic, int partition, long offset, @Nullable Instant sentAt) {}

    /**
     * Some of them, in order.
     *
     * @param next where the next begins; null: there is none
     */
    record Some(List<Shown> shown, @Nullable Place next) {}

    /**
     * What became of a page of them that was sent again.
     *
     * @param ahead how many lie behind it at most, of whatever cause
     * @param next where the next begins; null: there is none
     * @param ends up to where the next ones go
     */
    record Resent(
            List<String> sent,
            List<NotSent> left,
            long ahead,
            @Nullable Place next,
            DeadLetterEnds ends) {}

    /**
     * One that was not sent, and what whoever sends it alone is answered.
     *
     * @param detail what its topic has against it; null: that is not the reason
     */
    record NotSent(String id, String code, @Nullable String detail) {

        private static NotSent of(Left left) {
            return new NotSent(left.letter().place().toString(), left.code().code(), left.detail());
        }
    }

    Some page(@Nullable Place from, @Nullable String cause, int limit) {
        DeadLetterReading.Page page =
                reached(() -> letters.page(new Search(from, DeadLetterEnds.NOW, cause, limit)));
        Map<Place, Instant> retried = retries.last(page.letters());
        return new Some(
                page.letters().stream().map(letter -> shown(letter, retried)).toList(),
                page.next());
    }

    Optional<Shown> one(Place place) {
        return reached(() -> letters.one(place)).map(this::shown);
    }

    /**
     * Sends one again, whether it was or not; empty where it is not to be had any more.
     *
     * @throws ProblemException where it is left for another reason
     */
    Optional<Shown> retry(Place place, String account) {
        Optional<DeadLetter> letter = reached(() -> letters.one(place));
        if (letter.isEmpty()) {
            return Optional.empty();
        }
        List<Left> left = reached(() -> sending.send(List.of(letter.get()), account)).left();
        if (left.isEmpty()) {
            return letter.map(this::shown);
        }
        throw new ProblemException(left.getFirst().fault());
    }

    /** Sends those of a page again that were not yet. */
    Resent retry(Search search, String account) {
        DeadLetterReading.Page page = reached(() -> letters.page(search));
        Map<Place, Instant> retried = retries.last(page.letters());
        List<DeadLetter> wanted =
                page.letters().stream()
                        .filter(letter -> !retried.containsKey(letter.place()))
                        .toList();
        DeadLetterSending.Outcome outcome = reached(() -> sending.send(wanted, account));
        List<DeadLetter> behind = outcome.notReached();
        Place next = behind.isEmpty() ? page.next() : behind.getFirst().place();
        return new Resent(
                outcome.sent().stream().map(letter -> letter.place().toString()).toList(),
                outcome.left().stream().map(NotSent::of).toList(),
                behind.size() + page.ahead(),
                next,
                next == null ? page.ends() : page.ends().from(next.partition()));
    }

    private Shown shown(DeadLetter letter) {
        return shown(letter, retries.last(List.of(letter)));
    }

    private Shown shown(DeadLetter letter, Map<Place, Instant> retried) {
        SentRecord sent = letter.sent();
        return new Shown(
                letter.place().toString(),
                letter.cause(),
                new Source(sent.topic(), sent.partition(), sent.offset(), sent.sentAt()),
                Uuids.uuid(sent.keyText()) == null ? null : sent.keyText(),
                letter.bytes(),
                retried.get(letter.place()),
                against(letter).map(FaultsForOthers::of).map(ProblemJson::tree).orElse(null));
    }

    private Optional<Problem> against(DeadLetter letter) {
        return letter.bytesLeftBehind() == null
                ? sessions.againstFormOf(MessageReader.read(letter.sent()))
                : Optional.of(Problem.of(ProblemCode.BODY_TOO_LARGE));
    }

    private static <T> T reached(Supplier<T> asking) {
        try {
            return asking.get();
        } catch (KafkaNotReachable away) {
            throw new ProblemException(ProblemCode.KAFKA_NOT_REACHABLE);
        }
    }
}
