package org.refocusrecord.eventlog.json;

import org.refocusrecord.events.Event;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.shape.EventShape;
import org.refocusrecord.events.shape.Vocabulary;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Makes events of stored payloads in one pass over the bytes. Strict: what a revision does not know
 * is no event of that revision. The limits of the doors are not asked again, for they may be
 * narrowed and a fact stays.
 */
public final class PayloadReader {

    private static final JsonFactory JSON = new JsonFactory();

    /**
     * The event of a row; its texts are {@code Kept} or {@code From}. Names are looked up among
     * those of the stream's kind, since a correction is named alike in all of them.
     */
    public Event read(String stream, String name, int revision, EventId eventId, byte[] payload) {
        Vocabulary vocabulary = Vocabulary.ofStream(stream);
        EventShape shape = vocabulary.named(name);
        if (shape == null) {
            throw new PayloadUnreadable(name, "an unknown name");
        }
        if (revision != shape.name().revision()) {
            throw new PayloadUnreadable(
                    name, "no way from revision " + revision + " to the present one");
        }
        try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), payload)) {
            in.nextToken();
            Event event =
                    new PayloadBeingRead(new PayloadTokens(in, name), vocabulary, eventId)
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
