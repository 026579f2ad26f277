package org.refocusrecord.events.shape;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Id;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The form of one member's value: everything that a reader, a writer or a document needs to know of
 * it.
 */
public sealed interface Form {

    /** Whether a person, a text or answers may be in a value of it. */
    default boolean isMapped() {
        return switch (this) {
            case PersonIdForm _, PersonForm _, WordsForm _, AnswersForm _ -> true;
            case EventForm _, RecordForm _ -> true;
            case ListForm(Form element, int _, int _) -> element.isMapped();
            case IdForm _, CodeForm _, TextForm _, NumberForm _, CountForm _ -> false;
            case TruthForm _, MomentForm _, DayForm _, FreeForm _ -> false;
        };
    }

    /** An id; {@code maker} makes the typed id of a UUID. */
    record IdForm(Class<? extends Id> type, Function<UUID, Id> maker) implements Form {}

    /** One of a closed list of codes. */
    record CodeForm(Class<?> type, Map<String, Object> values) implements Form {}

    /** Plain text of at most {@code max} characters, or a code that keeps to {@code pattern}. */
    record TextForm(int max, @Nullable Pattern pattern) implements Form {}

    /** The id of the person whose party stands beside it. */
    record PersonIdForm() implements Form {}

    /** A whole number between two bounds, both included. */
    record NumberForm(int min, int max) implements Form {}

    /** How many, or where: a whole number from 0 to 2^53 - 1, which no caller sends. */
    record CountForm() implements Form {}

    /** True or false. */
    record TruthForm() implements Form {}

    /** An instant, to the microsecond; {@code happened}: not in the future. */
    record MomentForm(boolean happened) implements Form {}

    /** A day; {@code happened}: not in the future. */
    record DayForm(boolean happened) implements Form {}

    /** A person. */
    record PersonForm() implements Form {}

    /** What somebody said. */
    record WordsForm() implements Form {}

    /** The answers to a questionnaire. */
    record AnswersForm() implements Form {}

    /** JSON of the caller's own shape. */
    record FreeForm() implements Form {}

    /**
     * The whole payload of another event; its type stands in the member {@code eventType} before
     * it.
     */
    record EventForm() implements Form {}

    /** A list of at least {@code min} and at most {@code max}. */
    record ListForm(Form element, int min, int max) implements Form {}

    /** A record with members of its own. */
    record RecordForm(RecordShape shape) implements Form {}
}
