package org.refocusrecord.app.faults;

import java.util.concurrent.atomic.AtomicInteger;

/** What all clients together have seen. */
final class Tally {

    /** Posts that were answered with a receipt. */
    final AtomicInteger acknowledged = new AtomicInteger();

    /** Posts whose first sending was not answered with a receipt. */
    final AtomicInteger inDoubt = new AtomicInteger();

    /** Posts in doubt that turned out to have been recorded. */
    final AtomicInteger hadBeenRecorded = new AtomicInteger();

    /** How often a post was sent, the first time and again. */
    final AtomicInteger sent = new AtomicInteger();

    /** Sendings that were told to come again. */
    final AtomicInteger toldToWait = new AtomicInteger();

    /** Sendings that were never answered. */
    final AtomicInteger unanswered = new AtomicInteger();

    @Override
    public String toString() {
        return "%s posts acknowledged, %s of them in doubt at first (%s had been recorded); sent %s times; %s answers of 503, %s without an answer"
                .formatted(acknowledged, inDoubt, hadBeenRecorded, sent, toldToWait, unanswered);
    }
}
