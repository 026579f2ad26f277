package org.refocusrecord.query.outbox;

import org.refocusrecord.eventlog.store.EventRow;

import java.time.Duration;
import java.util.List;

/**
 * Sends the log to a topic, from where the topic's session says that it stands. Pages are sent
 * while those before them are still on their way; the position that is stored is the one up to
 * which all is acknowledged. For one thread.
 */
final class Sending implements AutoCloseable {

    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final OutgoingEvents form;
    private final TopicSession session;
    private final EventsPublisher publisher;
    private final OutboxTempo tempo;
    private final OutboxFeed.Rows rows;
    private final UnderWay underWay;
    private boolean careful;
    private boolean atTheEnd;
    private long acknowledged;
    private long moved = System.nanoTime();
    private long said = System.nanoTime();

    /**
     * Up to a position.
     *
     * @param careful whether the first event is sent alone, since it may be one that was refused:
     *     then those behind it are not sent again with every try
     */
    Sending(
            OutboxFeed feed,
            OutgoingEvents form,
            TopicSession session,
            EventsPublisher publisher,
            OutboxTempo tempo,
            long to,
            boolean careful) {
        this.form = form;
        this.session = session;
        this.publisher = publisher;
        this.tempo = tempo;
        this.careful = careful;
        this.rows = feed.rows(session.position(), to, tempo.page());
        this.underWay = new UnderWay(session.position());
    }

    /**
     * Sends the next page, or waits a moment until there is room for it, or until all is
     * acknowledged.
     *
     * @return false at the end of the log, with nothing under way
     * @throws NotSent where an event is refused, nobody acknowledges any, or the topic is another
     */
    boolean turn() throws InterruptedException {
        look();
        publisher.watch().nowAndThen();
        if (!atTheEnd && !underWay.isFull()) {
            List<EventRow> page = rows.next();
            atTheEnd = page.size() < tempo.page();
            send(page);
            return true;
        }
        if (underWay.isEmpty()) {
            return false;
        }
        underWay.awaitPage(A_MOMENT);
        look();
        return true;
    }

    /** There may be more behind what was the end. */
    void goOn() {
        atTheEnd = false;
        look();
    }

    private void send(List<EventRow> page) throws InterruptedException {
        if (page.isEmpty()) {
            return;
        }
        OutgoingEvents.Made made = form.of(page);
        List<OutgoingEvent> events = made.events();
        if (!events.isEmpty() && underWay.isEmpty()) {
            publisher.watch().beforeSending();
        }
        if (careful && !events.isEmpty()) {
            OutgoingEvent first = events.getFirst();
            send(List.of(first), first.position());
            while (!underWay.isEmpty()) {
                underWay.awaitPage(A_MOMENT);
                look();
            }
            careful = false;
            events = events.subList(1, events.size());
        }
        send(events, made.end());
        if (made.damaged() != null) {
            throw made.damaged();
        }
    }

    private void send(List<OutgoingEvent> events, long end) throws InterruptedException {
        UnderWay.Page page = underWay.begin(events, end);
        for (int index = 0; index < events.size(); index++) {
            while (underWay.isHeavy()) {
                underWay.awaitRoom(A_MOMENT);
                look();
            }
            publisher.send(events.get(index), page.of(index));
        }
    }

    /** Stores what was acknowledged, and sees that something is. */
    private void look() {
        publisher.requireWell();
        long now = System.nanoTime();
        if (underWay.acknowledged() != acknowledged || underWay.isEmpty()) {
            acknowledged = underWay.acknowledged();
            moved = now;
        } else if (now - moved > tempo.silence().toNanos()) {
            throw new NotSent(
                    "no broker has acknowledged the event at position %d for %d seconds"
                            .formatted(underWay.next(), tempo.silence().toSeconds()));
        }
        if (underWay.reached() > session.position()) {
            session.store(underWay.reached());
            said = now;
        } else if (now - said > A_MOMENT.toNanos()) {
            session.beat();
            said = now;
        }
    }

    /** Up to where all is acknowledged, and stored. */
    long position() {
        return session.position();
    }

    /** How many events were acknowledged. */
    long acknowledged() {
        return underWay.acknowledged();
    }

    /**
     * Waits a moment for what is on its way, and stores how far it has come, so that as little as
     * can be is sent again.
     */
    @Override
    public void close() {
        rows.close();
        publisher.close();
        long reached = underWay.reachedAtTheEnd();
        if (reached > session.position()) {
            session.store(reached);
        }
    }
}
