package org.refocusrecord.query.outbox;

import org.refocusrecord.eventlog.LogBroken;
import org.refocusrecord.kafka.KafkaNotReachable;

import java.io.Serial;

/** An event, and so all behind it, could not be sent; asking again may help. */
final class NotSent extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    /** For this reason, in words that quote nobody. */
    NotSent(String reason, Throwable cause) {
        super(reason, cause);
    }

    NotSent(String reason) {
        super(reason);
    }

    /** Why something failed; messages of others might quote somebody. */
    static String cause(Throwable failed) {
        return switch (failed) {
            case NotSent notSent -> String.valueOf(notSent.getMessage());
            case KafkaNotReachable away -> String.valueOf(away.getMessage());
            case LogBroken hole -> String.valueOf(hole.getMessage());
            default -> failed.getClass().getName();
        };
    }
}
