package org.refocusrecord.command.door.inbox;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.web.json.JsonBody;
import org.refocusrecord.web.json.Uuids;
import org.refocusrecord.web.problem.Problem;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** A record as read: the session that it holds, or why it holds none. */
sealed interface Message {

    /** The record as it came. */
    SentRecord sent();

    /** The session's id, as far as it says. */
    Optional<String> sessionId();

    /**
     * A session, not looked into yet.
     *
     * @param pointer where in the record's value it stands: {@code /data} in an event that is
     *     wrapped in JSON
     * @param correlation a correlation id that stood within the value
     */
    record Session(SentRecord sent, JsonBody body, String pointer, @Nullable String correlation)
            implements Message {

        private static final Duration A_DAY = Duration.ofDays(1);

        @Override
        public Optional<String> sessionId() {
            return id("sessionId");
        }

        /** The case's id, as far as it says. */
        Optional<String> caseId() {
            return id("caseId");
        }

        /**
         * The record's own time, or now where it has none, one that is still to come, or one so
         * long before what it tells of that no clock is as wrong as that.
         */
        Instant sentAt(Instant now) {
            Instant said = sent.sentAt();
            return said == null || said.isAfter(now) || said.isBefore(earliest()) ? now : said;
        }

        private Instant earliest() {
            try {
                return OffsetDateTime.parse(body.tree().path("occurredAt").asString(""))
                        .toInstant()
                        .minus(A_DAY);
            } catch (DateTimeException | ArithmeticException none) {
                return Instant.EPOCH;
            }
        }

        private Optional<String> id(String member) {
            String text = body.tree().path(member).asString("");
            return Uuids.uuid(text) == null ? Optional.empty() : Optional.of(text);
        }

        /** Without what somebody has said. */
        @Override
        public String toString() {
            return "Session[" + sent + "]";
        }
    }

    /** What is no session, and why. */
    record Unreadable(SentRecord sent, Problem problem) implements Message {

        @Override
        public Optional<String> sessionId() {
            return Optional.empty();
        }
    }
}
