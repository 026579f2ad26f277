package org.refocusrecord.command.door.inbox;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.refocusrecord.kafka.KafkaNotReachable;
import org.refocusrecord.web.problem.Fault;
import org.refocusrecord.web.problem.ProblemCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Sends dead letters again, as they came, to where they came, in the order in which they lie, and
 * notes those that the brokers have acknowledged, and no other. What was on its way when somebody
 * stopped waiting for it may arrive all the same; it is sent again, and recorded once.
 */
final class DeadLetterSending {

    /** How long somebody waits for all that is on its way. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterSending.class);

    private final DeadLetterReading letters;
    private final DeadLetterRetries retries;
    private final Supplier<Brokers> making;

    DeadLetterSending(
            DeadLetterReading letters, DeadLetterRetries retries, Supplier<Brokers> making) {
        this.letters = letters;
        this.retries = retries;
        this.making = making;
    }

    /**
     * One that was not sent, and why.
     *
     * @param detail what its topic has against it; null: that is not the reason
     */
    record Left(DeadLetter letter, ProblemCode code, @Nullable String detail) {

        private static Left unknown(DeadLetter letter) {
            return new Left(letter, ProblemCode.DEAD_LETTER_UNKNOWN, null);
        }

        private static Left notTaken(DeadLetter letter, String why) {
            return new Left(
                    letter,
                    ProblemCode.DEAD_LETTER_NOT_TAKEN,
                    "The topic %s %s.".formatted(letter.sent().topic(), why));
        }

        Fault fault() {
            return detail == null ? Fault.at("", code) : new Fault("", code, detail);
        }
    }

    /**
     * What became of them.
     *
     * @param notReached those behind, which are too many for one call
     */
    record Outcome(List<DeadLetter> sent, List<Left> left, List<DeadLetter> notReached) {}

    private record UnderWay(DeadLetter letter, CompletableFuture<Void> sent) {

        boolean isAcknowledged() {
            return sent.isDone() && !sent.isCompletedExceptionally();
        }

        /** What its topic, as that is set now, has against it; empty: nothing that is known. */
        Optional<Left> notTaken() {
            if (!sent.isCompletedExceptionally()) {
                return Optional.empty();
            }
            Throwable refused = sent.exceptionNow();
            if (NotTaken.isTooLarge(refused)) {
                return Optional.of(
                        Left.notTaken(
                                letter,
                                "takes no records as large as this one: its sender has to send"
                                        + " smaller ones"));
            }
            if (NotTaken.isRefusedAsItIs(refused)) {
                return Optional.of(
                        Left.notTaken(letter, "takes no records of its time, or without a key"));
            }
            return NotTaken.isForbidden(refused)
                    ? Optional.of(Left.notTaken(letter, "does not let the service write to it"))
                    : Optional.empty();
        }

        boolean isRefused() {
            return sent.isCompletedExceptionally() && notTaken().isEmpty();
        }
    }

    /**
     * Sends these. One that is not to be had any more, that came from nowhere, or that is not taken
     * by now where it came from, keeps none behind it.
     *
     * @throws KafkaNotReachable where not all could be sent; those that were are noted
     */
    Outcome send(List<DeadLetter> some, String account) {
        Set<String> topics = letters.there(topics(some));
        try (Brokers brokers = making.get()) {
            return sent(some, account, new Way(topics, brokers));
        }
    }

    private Outcome sent(List<DeadLetter> some, String account, Way way) {
        int reached = 0;
        while (reached < some.size() && way.hasRoom()) {
            way.go(some.get(reached++));
        }
        List<DeadLetter> sent = acknowledged(way.underWay);
        if (!sent.isEmpty()) {
            retries.note(sent, account);
        }
        List<Left> left = way.left();
        if (sent.size() + left.size() < reached) {
            throw new KafkaNotReachable(new TimeoutException("not all was acknowledged"));
        }
        return new Outcome(sent, left, List.copyOf(some.subList(reached, some.size())));
    }

    /** On which they go, as many as there is room for. */
    private final class Way {
        private final Set<String> topics;
        private final Brokers brokers;
        private final List<UnderWay> underWay = new ArrayList<>();
        private final List<Left> leftAtOnce = new ArrayList<>();
        private long bytes;
        private boolean isAway;

        /** To topics that are there. */
        Way(Set<String> topics, Brokers brokers) {
            this.topics = topics;
            this.brokers = brokers;
        }

        /** Not where one was refused by brokers that are away: those behind it overtake none. */
        boolean hasRoom() {
            return !isAway && bytes < DeadLetterPage.MOST_BYTES;
        }

        void go(DeadLetter letter) {
            bytes += letter.bytes();
            if (!letter.isFromSomewhere()) {
                leftAtOnce.add(Left.unknown(letter));
            } else if (topics.contains(letter.sent().topic())) {
                send(letter);
            } else {
                leftAtOnce.add(
                        Left.notTaken(letter, "is not there, or the service may not see it"));
            }
        }

        private void send(DeadLetter letter) {
            try {
                Optional<SentRecord> whole = whole(letter);
                if (whole.isPresent()) {
                    underWay.add(new UnderWay(letter, brokers.send(again(whole.get()))));
                    isAway = underWay.getLast().isRefused();
                } else {
                    leftAtOnce.add(Left.unknown(letter));
                }
            } catch (KafkaNotReachable away) {
                isAway = true;
            }
        }

        /** Once it is known of all. */
        List<Left> left() {
            List<Left> all = new ArrayList<>(leftAtOnce);
            underWay.stream().map(UnderWay::notTaken).flatMap(Optional::stream).forEach(all::add);
            return all;
        }
    }

    /** Those of which that is known when all are, or when nobody waits any longer. */
    private static List<DeadLetter> acknowledged(List<UnderWay> underWay) {
        try {
            CompletableFuture.allOf(
                            underWay.stream()
                                    .map(UnderWay::sent)
                                    .toArray(CompletableFuture<?>[]::new))
                    .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException notAll) {
            LOG.debug("not all dead letters were sent again", notAll);
        }
        return underWay.stream().filter(UnderWay::isAcknowledged).map(UnderWay::letter).toList();
    }

    private static Set<String> topics(List<DeadLetter> some) {
        return some.stream()
                .filter(DeadLetter::isFromSomewhere)
                .map(letter -> letter.sent().topic())
                .collect(Collectors.toUnmodifiableSet());
    }

    private Optional<SentRecord> whole(DeadLetter letter) {
        return letter.bytesLeftBehind() == null
                ? Optional.of(letter.sent())
                : letters.original(letter);
    }

    private static ProducerRecord<byte[], byte[]> again(SentRecord sent) {
        Long stamp = sent.sentAt() == null ? null : sent.sentAt().toEpochMilli();
        return new ProducerRecord<>(
                sent.topic(), null, stamp, sent.key(), sent.value(), sent.headers());
    }
}
