package org.refocusrecord.web.reading;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.session.OwnEntriesWritten;
import org.refocusrecord.events.session.SessionHeld;
import org.refocusrecord.events.shape.RecordShape;
import org.refocusrecord.web.json.JsonBody;
import org.refocusrecord.web.json.JsonPlace;
import org.refocusrecord.web.reading.Reading.NotReadable;
import org.refocusrecord.web.reading.Reading.Read;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Reads bodies into the published language, by the shapes of its records. Whatever is wrong with a
 * body is told at once, in document order, each with a pointer.
 */
public final class ShapeReader {

    private final Function<JsonNode, String> canonical;

    /** With a writer of canonical JSON (RFC 8785), for what keeps its own shape. */
    public ShapeReader(Function<JsonNode, String> canonical) {
        this.canonical = canonical;
    }

    /** Reads a session. */
    public Reading<SessionBody> session(JsonBody body, ReadingContext context) {
        return read(
                body,
                context,
                (events, tree) -> {
                    var entries = events.entries(JsonPlace.ROOT, tree, kind -> true);
                    SessionHeld held = events.header(tree, SessionHeld.class);
                    return held == null || entries == null ? null : new SessionBody(held, entries);
                });
    }

    /** Reads what came by the person's own door. */
    public Reading<OwnEntriesBody> ownEntries(JsonBody body, ReadingContext context) {
        return read(
                body,
                context.byOwnDoor(),
                (events, tree) -> {
                    var entries = events.entries(JsonPlace.ROOT, tree, OwnDoor.KINDS::contains);
                    OwnEntriesWritten written = events.header(tree, OwnEntriesWritten.class);
                    return written == null || entries == null
                            ? null
                            : new OwnEntriesBody(written, entries);
                });
    }

    /** Reads a command of that name: {@code case}, {@code closure}, {@code correction} … */
    public Reading<CommandBody> command(String name, JsonBody body, ReadingContext context) {
        return read(body, context, (events, tree) -> events.command(tree, Doors.ofCommand(name)));
    }

    /**
     * Reads the replacement of a correction: the whole new body of what is corrected. What may
     * never change may be left out. Pointers begin with {@code /replacement}.
     */
    public Reading<Event> replacement(Event original, JsonNode body, ReadingContext context) {
        JsonNode whole = JsonNodeFactory.instance.objectNode().set("replacement", body);
        return read(
                JsonBody.of(whole),
                Originals.stayingAsTheyWere(original, context.inCorrection()),
                (events, tree) -> events.replacement(original, tree.path("replacement")));
    }

    /** Reads any other body, into a public record of the types that events are made of. */
    public <R extends Record> Reading<R> record(
            Class<R> type, JsonBody body, ReadingContext context) {
        return read(
                body,
                context,
                (events, tree) -> type.cast(events.record(tree, RecordShape.of(type))));
    }

    private <T> Reading<T> read(
            JsonBody body, ReadingContext context, BiFunction<Events, JsonNode, @Nullable T> read) {
        Faults faults = new Faults();
        body.faults().forEach(faults::add);
        Events events = new Events(context, faults, canonical);
        T value = events.isObject(body.tree()) ? read.apply(events, body.tree()) : null;
        return value == null || faults.count() > 0
                ? new NotReadable<>(PointerOrder.sorted(body.tree(), faults.told()))
                : new Read<>(value);
    }
}
