package org.refocusrecord.query.outbox;

/** A payload is not JSON in the form in which payloads are stored: somebody has damaged it. */
final class NotAsStored extends RuntimeException {

    NotAsStored(int at) {
        super("no payload in the stored form, at byte " + at);
    }
}
