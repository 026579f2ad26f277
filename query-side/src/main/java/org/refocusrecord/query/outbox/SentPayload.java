package org.refocusrecord.query.outbox;

import org.refocusrecord.eventlog.LogReads;
import org.refocusrecord.eventlog.json.CanonicalJson;
import org.refocusrecord.eventlog.store.EventRow;
import org.refocusrecord.events.EventId;
import org.refocusrecord.query.door.Sight.Shown;

import tools.jackson.databind.node.JsonNodeFactory;

import java.io.ByteArrayOutputStream;

/**
 * Payloads as they leave: as they are stored, byte by byte, but for texts, of which only what may
 * be seen leaves, and for answers, which leave without their salt or not at all. The definition of
 * a study has neither. In canonical form as they were. For one thread.
 */
final class SentPayload {

    /** In their order, with those that tell what is shown between them. */
    private static final byte[][] BEFORE_TEXT = {
        Form.ascii("lang"), Form.ascii("sharing"), Form.ascii("statedBy")
    };

    private static final byte[] TEXT = Form.ascii("text");
    private static final byte[] WITHHELD = Form.ascii("withheld");
    private static final byte[] WORDING = Form.ascii("wording");
    private static final byte[] NOTHING = Form.ascii("null");

    private final SaidElsewhere elsewhere;
    private final Answering answering;
    private final PayloadMap map = new PayloadMap();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int taken;

    SentPayload(LogReads log) {
        this.elsewhere = new SaidElsewhere(log);
        this.answering = new Answering(new TakenBack(log));
    }

    /**
     * The payload of an event as it leaves.
     *
     * @throws NotAsStored where it is damaged
     */
    byte[] of(EventRow row, Showing showing) {
        map.of(row.payload());
        out.reset();
        taken = map.from(0);
        int definition = Definition.in(row, map);
        for (int part = 0; part < map.size(); ) {
            Form form = map.isObject(part) ? Form.of(map, part) : Form.PLAIN;
            if (part == definition) {
                part = map.behind(part);
            } else if (form == Form.PLAIN) {
                part++;
            } else {
                write(row, part, form, showing);
                part = map.behind(part);
            }
        }
        if (taken == map.from(0)) {
            return row.payload().copied();
        }
        takeUpTo(map.to(0));
        return out.toByteArray();
    }

    private void write(EventRow row, int part, Form form, Showing showing) {
        switch (form) {
            case WORDS -> {
                takeUpTo(map.from(part));
                words(new EventId(row.eventId()), map, part, showing);
                taken = map.to(part);
            }
            case WORDS_ELSEWHERE -> {
                takeUpTo(map.from(part));
                var said = elsewhere.words(map, part);
                words(said.event(), said.map(), said.part(), showing);
                taken = map.to(part);
            }
            case ANSWERS, ANSWERS_ELSEWHERE -> {
                if (answering.leave(row, map)) {
                    answers(part, form);
                } else {
                    leaveOut(part);
                }
            }
            case PLAIN -> {}
        }
    }

    private void takeUpTo(int place) {
        out.write(map.bytes(), taken, place - taken);
        taken = place;
    }

    private void words(EventId event, PayloadMap from, int words, Showing showing) {
        Shown shown = showing.of(event, from, words);
        out.write('{');
        for (byte[] name : BEFORE_TEXT) {
            int value = from.member(words, name);
            if (value >= 0) {
                name(name);
                out.write(from.bytes(), from.from(value), from.to(value) - from.from(value));
                out.write(',');
            }
        }
        name(TEXT);
        out.writeBytes(shown.text() == null ? NOTHING : json(shown.text()));
        if (shown.withheld() != null) {
            out.write(',');
            name(WITHHELD);
            out.writeBytes(json(shown.withheld().name()));
        }
        int wording = from.member(words, WORDING);
        if (wording >= 0) {
            out.write(',');
            name(WORDING);
            out.write(from.bytes(), from.from(wording), from.to(wording) - from.from(wording));
        }
        out.write('}');
    }

    private void name(byte[] name) {
        out.write('"');
        out.writeBytes(name);
        out.write('"');
        out.write(':');
    }

    private static byte[] json(String text) {
        return CanonicalJson.of(JsonNodeFactory.instance.stringNode(text));
    }

    private void answers(int part, Form form) {
        takeUpTo(map.from(part));
        PayloadMap from = map;
        int holding = part;
        if (form == Form.ANSWERS_ELSEWHERE) {
            var answered = elsewhere.answers(map, part);
            from = answered.map();
            holding = answered.part();
        }
        int items = from.member(holding, Form.ITEMS);
        out.write(from.bytes(), from.from(items), from.to(items) - from.from(items));
        taken = map.to(part);
    }

    /** With its name, and with one of the commas beside it. */
    private void leaveOut(int part) {
        byte[] bytes = map.bytes();
        if (bytes[map.from(part) - 1] != ':') {
            takeUpTo(map.from(part));
            out.writeBytes(NOTHING);
            taken = map.to(part);
            return;
        }
        int begin = map.from(part - 1);
        boolean isBehindAnother = begin > taken && bytes[begin - 1] == ',';
        takeUpTo(isBehindAnother ? begin - 1 : begin);
        taken = map.to(part) + (!isBehindAnother && bytes[map.to(part)] == ',' ? 1 : 0);
    }
}
