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

    /** How long somebody waits for one. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    /** After that no other is begun. */
    private static final Duration OF_A_CALL = Duration.ofSeconds(10);

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
     * @param notReached those behind, for which one call has not the room or the time
     */
    record Outcome(List<DeadLetter> sent, List<Left> left, List<DeadLetter> notReached) {}

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
        if (!way.sent.isEmpty()) {
            retries.note(way.sent, account);
        }
        if (way.isAway) {
            throw new KafkaNotReachable(new TimeoutException("not all was acknowledged"));
        }
        return new Outcome(
                List.copyOf(way.sent),
                List.copyOf(way.left),
                List.copyOf(some.subList(reached, some.size())));
    }

    /**
     * On which they go, as many as there is room and time for. Each is acknowledged before the next
     * goes: brokers refuse a whole batch for one in it, and one that they do not answer for is
     * overtaken by none.
     */
    private final class Way {
        private final Set<String> topics;
        private final Brokers brokers;
        private final List<DeadLetter> sent = new ArrayList<>();
        private final List<Left> left = new ArrayList<>();
        private final long begun = System.nanoTime();
        private long bytes;
        private boolean isAway;

        /** To topics that are there. */
        Way(Set<String> topics, Brokers brokers) {
            this.topics = topics;
            this.brokers = brokers;
        }

        boolean hasRoom() {
            return !isAway
                    && bytes < DeadLetterPage.MOST_BYTES
                    && System.nanoTime() - begun < OF_A_CALL.toNanos();
        }

        void go(DeadLetter letter) {
            bytes += letter.bytes();
            if (!letter.isFromSomewhere()) {
                left.add(Left.unknown(letter));
            } else if (topics.contains(letter.sent().topic())) {
                send(letter);
            } else {
                left.add(Left.notTaken(letter, "is not there, or the service may not see it"));
            }
        }

        private void send(DeadLetter letter) {
            try {
                Optional<SentRecord> whole = whole(letter);
                if (whole.isEmpty()) {
                    left.add(Left.unknown(letter));
                    return;
                }
                brokers.send(again(whole.get()))
                        .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                        .join();
                sent.add(letter);
            } catch (KafkaNotReachable away) {
                isAway = true;
            } catch (CompletionException refused) {
                refused(letter, refused);
            }
        }

        private void refused(DeadLetter letter, CompletionException refused) {
            String why = NotTaken.why(refused);
            if (why == null) {
                LOG.debug("a dead letter was not sent again", refused);
                isAway = true;
            } else {
                left.add(Left.notTaken(letter, why));
            }
        }
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
