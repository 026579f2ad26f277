package org.refocusrecord.suites;

import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedObject;

import java.time.Instant;

/**
 * A message that belongs to no aggregate, as Axon knows some; the log gave it a stream of its own.
 */
record OfNoAggregate(TrackedEventData<String> data) implements TrackedEventData<String> {

    @Override
    public TrackingToken trackingToken() {
        return data.trackingToken();
    }

    @Override
    public String getEventIdentifier() {
        return data.getEventIdentifier();
    }

    @Override
    public Instant getTimestamp() {
        return data.getTimestamp();
    }

    @Override
    public SerializedObject<String> getMetaData() {
        return data.getMetaData();
    }

    @Override
    public SerializedObject<String> getPayload() {
        return data.getPayload();
    }
}
