package org.refocusrecord.app.faults;

import org.refocusrecord.testkit.wire.DatabaseWire;
import org.refocusrecord.testkit.wire.KafkaWire;
import org.refocusrecord.testkit.wire.Stop;

import java.util.UUID;

/** The steps of a session from the topic into the log, until its offset is committed. */
enum InboxStep {
    POLLED,
    RECORDED_AND_NOT_KNOWN,
    OUTCOME_NOT_SENT,
    OUTCOME_NOT_ACKNOWLEDGED,
    OFFSET_NOT_SENT,
    OFFSET_NOT_ACKNOWLEDGED;

    /** Holds this session there, when it comes. */
    Stop hold(String sessionId, DatabaseWire database, KafkaWire broker) {
        UUID command = UUID.fromString(sessionId);
        return switch (this) {
            case POLLED -> database.stopAt(DatabaseWire.Place.NOTHING_SENT, command);
            case RECORDED_AND_NOT_KNOWN -> database.stopAt(DatabaseWire.Place.COMMITTED, command);
            case OUTCOME_NOT_SENT ->
                    broker.stopAt(KafkaWire.Request.PRODUCE, KafkaWire.Place.NOTHING_SENT);
            case OUTCOME_NOT_ACKNOWLEDGED ->
                    broker.stopAt(KafkaWire.Request.PRODUCE, KafkaWire.Place.NOT_ANSWERED);
            case OFFSET_NOT_SENT ->
                    broker.stopAt(KafkaWire.Request.OFFSET_COMMIT, KafkaWire.Place.NOTHING_SENT);
            case OFFSET_NOT_ACKNOWLEDGED ->
                    broker.stopAt(KafkaWire.Request.OFFSET_COMMIT, KafkaWire.Place.NOT_ANSWERED);
        };
    }

    /** Whether the session is in the log while it is held there. */
    boolean isRecorded() {
        return this != POLLED;
    }

    /** Whether its outcome is on the brokers then, so that it need not come again. */
    boolean isToldOf() {
        return switch (this) {
            case POLLED, RECORDED_AND_NOT_KNOWN, OUTCOME_NOT_SENT -> false;
            case OUTCOME_NOT_ACKNOWLEDGED, OFFSET_NOT_SENT, OFFSET_NOT_ACKNOWLEDGED -> true;
        };
    }
}
