package org.refocusrecord.command.door.inbox;

import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.Acknowledgment;

import java.time.Duration;
import java.util.LinkedList;
import java.util.Queue;

/**
 * Those of a partition that are under way, in order, and what is to be told of it. Not to be asked
 * by two at once.
 */
final class OffsetLine {

    // It makes room for one before it changes, so that a lack of memory changes nothing.
    @SuppressWarnings("JdkObsolete")
    private final Queue<Place> underWay = new LinkedList<>();

    private @Nullable Acknowledgment due;
    private boolean isBroken;

    /** Of one record. */
    static final class Place {
        private final int bytes;
        private final @Nullable Acknowledgment acknowledgment;
        private final long since;
        private boolean ended;

        private Place(int bytes, @Nullable Acknowledgment acknowledgment, long since) {
            this.bytes = bytes;
            this.acknowledgment = acknowledgment;
            this.since = since;
        }
    }

    /** One more, behind all others, from this time on. */
    Place place(int bytes, @Nullable Acknowledgment acknowledgment, long nanos) {
        Place place = new Place(bytes, acknowledgment, nanos);
        underWay.add(place);
        return place;
    }

    /** One came to no end: none behind it is to be begun. */
    void breakOff() {
        isBroken = true;
    }

    /** Whether one came to no end. */
    boolean isBroken() {
        return isBroken;
    }

    /** One has come to its end: how many have left the line for it, since none before them is. */
    int end(Place place, Intake intake) {
        place.ended = true;
        int left = 0;
        while (!underWay.isEmpty() && underWay.element().ended) {
            Place first = underWay.remove();
            due = first.acknowledgment;
            left++;
            intake.left(first.bytes);
        }
        return left;
    }

    /** All leave it, how many these are. */
    int leave(Intake intake) {
        underWay.forEach(place -> intake.left(place.bytes));
        return underWay.size();
    }

    /** Whether the first of them has stood in it for longer than this. */
    boolean isOlderThan(Duration patience, long nanos) {
        Place first = underWay.peek();
        return first != null && nanos - first.since > patience.toNanos();
    }

    /** Tells what is due, once. */
    void tell() {
        Acknowledgment told = due;
        due = null;
        if (told != null) {
            told.acknowledge();
        }
    }
}
