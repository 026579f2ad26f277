package org.refocusrecord.app.contracts;

/** The topics, by their names as they are set where nobody sets them otherwise. */
enum Topic {
    SESSIONS("sessions", "refocus.sessions.v1"),
    OUTCOMES("sessionOutcomes", "refocus.session-outcomes.v1"),
    DEAD_LETTERS("deadLetters", "refocus.sessions.v1.DLT"),
    EVENTS("events", "refocus.events.v1");

    private final String channel;
    private final String address;

    Topic(String channel, String address) {
        this.channel = channel;
        this.address = address;
    }

    /** The key of its channel in the document. */
    String channel() {
        return channel;
    }

    String address() {
        return address;
    }
}
