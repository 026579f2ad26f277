package org.refocusrecord.command.door.inbox;

import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.jspecify.annotations.Nullable;

import java.util.concurrent.CompletionException;

/** Why a record that was sent is not on the brokers, where sending it again is of no use. */
final class NotTaken {

    private NotTaken() {}

    /** Whether a record was refused since it is larger than its topic takes. */
    static boolean isTooLarge(Throwable refused) {
        return cause(refused) instanceof RecordTooLargeException;
    }

    /** Whether a record was refused as it is, whatever its length: for its time, or its form. */
    static boolean isRefusedAsItIs(Throwable refused) {
        return cause(refused) instanceof InvalidTimestampException
                || cause(refused) instanceof InvalidRecordException;
    }

    /** Whether the program may not write there. */
    static boolean isForbidden(Throwable refused) {
        return cause(refused) instanceof TopicAuthorizationException;
    }

    /**
     * What its topic, as that is set now, has against a record, to be said after the topic's name;
     * null: nothing that is known.
     */
    static @Nullable String why(Throwable refused) {
        if (isTooLarge(refused)) {
            return "takes no records as large as this one: its sender has to send smaller ones";
        }
        if (isRefusedAsItIs(refused)) {
            return "takes no records of its time, or without a key";
        }
        return isForbidden(refused) ? "does not let the service write to it" : null;
    }

    /** Whether what was refused was so for what it is, or for where it goes. */
    static boolean isForItself(Throwable refused) {
        return isTooLarge(refused)
                || isRefusedAsItIs(refused)
                || isForbidden(refused)
                || cause(refused) instanceof InvalidTopicException;
    }

    private static Throwable cause(Throwable refused) {
        return refused instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : refused;
    }
}
