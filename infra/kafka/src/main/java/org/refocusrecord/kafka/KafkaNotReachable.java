package org.refocusrecord.kafka;

/** The brokers do not answer, or refuse; asking again may tell. */
public final class KafkaNotReachable extends RuntimeException {

    /** For this cause, whose text is the brokers' own. */
    public KafkaNotReachable(Throwable cause) {
        super("Kafka is not reachable: " + cause.getClass().getSimpleName(), cause);
    }
}
