package org.refocusrecord.events;

import org.jspecify.annotations.Nullable;

/**
 * What somebody said or wrote: the only form in which personal text is ever recorded. The log
 * encrypts it and can forget it.
 *
 * <p>The text is {@link Sent} by a caller, becomes {@link Said} when it is decided, and is {@link
 * Kept} by the log. In a correction a text that stays is sent as {@link AsBefore} and recorded as
 * {@link From}.
 */
public sealed interface Words {

    /** As posted: what is left out has a default (the recorder, a paraphrase, for the team). */
    record Sent(
            String text,
            @Nullable Person statedBy,
            @Nullable Wording wording,
            @Nullable String lang,
            @Nullable Sharing sharing)
            implements Words {}

    /** As posted in a correction: the text stays as it was. */
    record AsBefore() implements Words {}

    /** As decided, in plain text: on its way into the log and nowhere else. */
    record Said(
            String text, Person statedBy, Wording wording, @Nullable String lang, Sharing sharing)
            implements Words {
        /** Without the text, which has no business in a log line. */
        @Override
        public String toString() {
            return "Said[" + statedBy + ", " + wording + ", " + sharing + "]";
        }
    }

    /** As recorded in a correction: the text is the n-th of another event. */
    record From(EventId eventId, int n) implements Words {}

    /**
     * As kept by the log.
     *
     * @param eventId the event that holds it
     * @param n its ordinal among the Words of that event, from 0 in the order of the stored bytes
     * @param c base64 of nonce, ciphertext and tag
     * @param d hex SHA-256 of salt and text
     */
    record Kept(
            EventId eventId,
            int n,
            String c,
            String d,
            Person statedBy,
            Wording wording,
            @Nullable String lang,
            Sharing sharing)
            implements Words {}
}
