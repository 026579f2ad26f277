package org.refocusrecord.query.outbox;

import org.refocusrecord.eventlog.LogReads;
import org.refocusrecord.eventlog.json.PayloadBytes;
import org.refocusrecord.eventlog.store.StoredRow;
import org.refocusrecord.events.EventId;

import java.util.UUID;

/**
 * Finds texts and answers that stayed as before in the events that hold them, as they are stored.
 */
final class SaidElsewhere {

    private static final int FURTHEST = 1_000;

    private final LogReads log;

    SaidElsewhere(LogReads log) {
        this.log = log;
    }

    /**
     * Where something was found.
     *
     * @param event the event that holds it
     * @param part its place in the payload of that
     */
    record Found(EventId event, PayloadMap map, int part) {}

    /** The text that a place names. */
    Found words(PayloadMap map, int elsewhere) {
        Found place = new Found(event(map, elsewhere), map, elsewhere);
        for (int steps = 0; steps < FURTHEST; steps++) {
            int n = number(place.map(), place.part());
            Found next = spoken(event(place.map(), place.part()), n);
            if (Form.of(next.map(), next.part()) == Form.WORDS) {
                return next;
            }
            place = next;
        }
        throw new NotFoundThere("texts that stand in each other's place");
    }

    /** The answers that a place names. */
    Found answers(PayloadMap map, int elsewhere) {
        Found place = new Found(event(map, elsewhere), map, elsewhere);
        for (int steps = 0; steps < FURTHEST; steps++) {
            Found next = answered(event(place.map(), place.part()));
            if (Form.of(next.map(), next.part()) == Form.ANSWERS) {
                return next;
            }
            place = next;
        }
        throw new NotFoundThere("answers that stand in each other's place");
    }

    private static EventId event(PayloadMap map, int elsewhere) {
        int place = map.member(elsewhere, Form.FROM);
        return new EventId(UUID.fromString(map.text(map.member(place, Form.EVENT))));
    }

    private static int number(PayloadMap map, int elsewhere) {
        return map.number(map.member(map.member(elsewhere, Form.FROM), Form.NUMBER));
    }

    /** By the number that it is kept under, else by its order among the texts of the event. */
    private Found spoken(EventId event, int n) {
        PayloadMap map = payload(event);
        int counted = 0;
        int inOrder = -1;
        for (int part = 0; part < map.size(); part++) {
            Form form = map.isObject(part) ? Form.of(map, part) : Form.PLAIN;
            if (form == Form.WORDS && map.number(map.member(part, Form.NUMBER)) == n) {
                return new Found(event, map, part);
            }
            if (form == Form.WORDS || form == Form.WORDS_ELSEWHERE) {
                inOrder = counted == n && form == Form.WORDS_ELSEWHERE ? part : inOrder;
                counted++;
            }
        }
        if (inOrder < 0) {
            throw new NotFoundThere("no words #" + n + " in event " + event);
        }
        return new Found(event, map, inOrder);
    }

    private Found answered(EventId event) {
        PayloadMap map = payload(event);
        for (int part = 0; part < map.size(); part++) {
            Form form = map.isObject(part) ? Form.of(map, part) : Form.PLAIN;
            if (form == Form.ANSWERS || form == Form.ANSWERS_ELSEWHERE) {
                return new Found(event, map, part);
            }
        }
        throw new NotFoundThere("no answers in event " + event);
    }

    private PayloadMap payload(EventId event) {
        StoredRow row =
                log.stored(event)
                        .orElseThrow(() -> new NotFoundThere("there is no event " + event));
        return new PayloadMap().of(PayloadBytes.all(row.payload()));
    }
}
