package org.refocusrecord.suites;

import java.time.Duration;
import java.util.List;

/** A log that may or may not lose events: a scenario is told once, and lived through by each. */
interface Subject extends AutoCloseable {

    /** Appends an event of a stream of its own; it may commit later, when those before it have. */
    void append(String name);

    /** Appends so many in one transaction: {@code name-0} and so on. */
    void appendAll(String name, int count);

    /** Appends an event, and keeps the transaction open. */
    Held hold(String name, int count);

    /** One more reader, from the very beginning; it goes on from its own token. */
    Reader reader();

    /** The names of all that was appended and acknowledged, in no order. */
    List<String> acknowledged();

    /**
     * From now on every clock that an append goes by shows an earlier time; that of the reader is
     * right.
     */
    void setClocksBack(Duration duration);

    /** Waits until all that was appended and not taken back is committed. */
    void settle();

    @Override
    void close();

    /** A transaction that is open. */
    interface Held {

        void commit();

        void rollBack();
    }

    /** Somebody who follows. */
    interface Reader {

        /** The names of what has come since, in order. */
        List<String> read();
    }
}
