package org.refocusrecord.eventlog;

/** What stands at one place of the log, whether or not the present code can read it. */
public sealed interface Logged permits RecordedEvent, Unreadable {

    /** The id of its stream, {@code case/<uuid>} and the like. */
    String stream();

    /** Its place in the stream, from 0. */
    long sequence();

    /** Its place in the whole log, from 1, without gaps. */
    long position();
}
