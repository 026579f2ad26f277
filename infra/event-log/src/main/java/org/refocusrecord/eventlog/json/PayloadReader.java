package org.refocusrecord.eventlog.json;

import org.refocusrecord.eventlog.json.Upcasters.Way;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.shape.EventShape;
import org.refocusrecord.events.shape.Vocabulary;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Makes events of stored payloads in one pass over the bytes; those of earlier revisions are
 * brought up to date before. Strict: what a revision does not know is no event of that revision.
 * The limits of the doors are not asked again, for they may be narrowed and a fact stays.
 *
 * <p>What lies there as this program writes it is read as such ({@link PayloadAsWritten}); where
 * anything is otherwise a general reader of JSON takes the payload apart, and it alone refuses.
 */
public final class PayloadReader {

    private static final JsonFactory JSON = new JsonFactory();

    private final Upcasters upcasters;

    /** With the upcasters that the program has. */
    public PayloadReader() {
        this(Upcasters.installed());
    }

    /** With these upcasters. */
    public PayloadReader(Upcasters upcasters) {
        this.upcasters = upcasters;
    }

    /**
     * The event of a row; its texts are {@code Kept} or {@code From}. Names are looked up among
     * those of the stream's kind, since a correction is named alike in all of them.
     */
    public Event read(String stream, String name, int revision, EventId eventId, byte[] payload) {
        return read(stream, name, revision, eventId, PayloadBytes.all(payload));
    }

    /** The same of a payload that lies in other bytes. */
    public Event read(
            String stream, String name, int revision, EventId eventId, PayloadBytes payload) {
        Vocabulary vocabulary = Vocabulary.ofStream(stream);
        EventShape shape = vocabulary.named(name);
        if (shape != null && shape.name().revision() == revision) {
            return present(vocabulary, shape, eventId, payload);
        }
        Way way = upcasters.from(vocabulary, name, revision);
        if (way != null) {
            return read(vocabulary, way.present(), eventId, upcast(way, payload.copied(), name));
        }
        throw new PayloadUnreadable(
                name,
                shape == null
                        ? "an unknown name"
                        : "no way from revision " + revision + " to the present one");
    }

    private Event present(
            Vocabulary vocabulary, EventShape shape, EventId eventId, PayloadBytes payload) {
        try {
            return new PayloadAsWritten(payload, vocabulary, eventId).event(shape);
        } catch (NotAsWritten otherwise) {
            return read(vocabulary, shape, eventId, payload.copied());
        }
    }

    private static byte[] upcast(Way way, byte[] payload, String name) {
        try {
            return way.present(payload, name);
        } catch (JacksonException quotesTheBytes) {
            throw new PayloadUnreadable(name, "not JSON");
        }
    }

    /** By the general reader of JSON. */
    Event read(Vocabulary vocabulary, EventShape shape, EventId eventId, byte[] payload) {
        String name = shape.name().name();
        try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), payload)) {
            in.nextToken();
            Event event =
                    new PayloadBeingRead(
                                    new PayloadTokens(in, name),
                                    vocabulary,
                                    eventId,
                                    (present, within) -> read(vocabulary, present, eventId, within),
                                    upcasters)
                            .event(shape);
            if (in.nextToken() != null) {
                throw new PayloadUnreadable(name, "more than one value");
            }
            return event;
        } catch (JacksonException quotesTheBytes) {
            throw new PayloadUnreadable(name, "not JSON");
        }
    }
}
