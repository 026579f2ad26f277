package org.refocusrecord.events.session;

/** Whether the person saw what was written about the session. */
public enum WrittenWithPerson {
    TOGETHER,
    READ_BACK,
    COPY_GIVEN,
    NOT_SEEN
}
