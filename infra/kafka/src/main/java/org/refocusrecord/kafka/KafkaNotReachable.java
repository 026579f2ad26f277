package org.refocusrecord.kafka;

import java.util.concurrent.ExecutionException;

/** The brokers do not answer, or refuse; asking again may tell. */
public final class KafkaNotReachable extends RuntimeException {

    /** For this cause, whose text is the brokers' own. */
    public KafkaNotReachable(Throwable cause) {
        super("Kafka is not reachable: " + reason(cause).getClass().getSimpleName(), cause);
    }

    private static Throwable reason(Throwable cause) {
        return cause instanceof ExecutionException && cause.getCause() != null
                ? cause.getCause()
                : cause;
    }
}
