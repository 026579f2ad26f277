package org.refocusrecord.web.openapi;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * One way in which an endpoint answers when all is well.
 *
 * @param status the HTTP status
 * @param meaning one sentence
 * @param mediaType what the body is, or null where there is none
 * @param form from what the body is written, or null where it is no JSON
 * @param headers names of the headers that the answer carries
 */
public record AnswerDescription(
        int status,
        String meaning,
        @Nullable String mediaType,
        @Nullable AnswerForm form,
        List<String> headers) {

    /** JSON, written from a record. */
    public static AnswerDescription json(int status, String meaning, Class<?> type) {
        return json(status, meaning, AnswerForm.of(type));
    }

    /** JSON, written in this form. */
    public static AnswerDescription json(int status, String meaning, AnswerForm form) {
        return new AnswerDescription(status, meaning, "application/json", form, List.of());
    }

    /** Lines of JSON, each written from a record. */
    public static AnswerDescription lines(int status, String meaning, Class<?> type) {
        return lines(status, meaning, AnswerForm.of(type));
    }

    /** Lines of JSON, each written in this form. */
    public static AnswerDescription lines(int status, String meaning, AnswerForm form) {
        return new AnswerDescription(status, meaning, "application/x-ndjson", form, List.of());
    }

    /** A body of another media type. */
    public static AnswerDescription of(int status, String meaning, String mediaType) {
        return new AnswerDescription(status, meaning, mediaType, null, List.of());
    }

    /** No body. */
    public static AnswerDescription empty(int status, String meaning) {
        return new AnswerDescription(status, meaning, null, null, List.of());
    }

    /** With these headers. */
    public AnswerDescription headers(String... names) {
        return new AnswerDescription(status, meaning, mediaType, form, List.of(names));
    }
}
