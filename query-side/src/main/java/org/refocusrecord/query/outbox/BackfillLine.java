package org.refocusrecord.query.outbox;

import org.jspecify.annotations.Nullable;

/**
 * How far a topic is filled, as it is answered.
 *
 * @param state whether more comes
 * @param from from where on it is filled
 * @param position up to where all events are acknowledged
 * @param to up to where they will be
 * @param sent how many this call has sent
 * @param cause why it stopped
 */
record BackfillLine(
        State state, long from, long position, long to, long sent, @Nullable String cause) {

    /** Whether more comes. */
    enum State {
        SENDING,
        DONE,
        /** Not all could be sent; the same call again goes on. */
        STOPPED
    }
}
