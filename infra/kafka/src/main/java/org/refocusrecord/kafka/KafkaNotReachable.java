package org.refocusrecord.kafka;

import org.apache.kafka.common.errors.InvalidTopicException;

import java.util.concurrent.ExecutionException;

/** The brokers do not answer, or refuse; asking again may tell. */
public final class KafkaNotReachable extends RuntimeException {

    /** For this cause, whose text is the brokers' own. */
    public KafkaNotReachable(Throwable cause) {
        super("Kafka is not reachable: " + reason(cause).getClass().getSimpleName(), cause);
    }

    /** Whether they refuse the name of a topic, as where another has all but the same. */
    public boolean isOfAName() {
        Throwable cause = getCause();
        return cause != null && reason(cause) instanceof InvalidTopicException;
    }

    private static Throwable reason(Throwable cause) {
        return cause instanceof ExecutionException && cause.getCause() != null
                ? cause.getCause()
                : cause;
    }
}
