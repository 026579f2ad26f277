package org.refocusrecord.query.door;

import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.correction.EntryAmended;
import org.refocusrecord.events.rating.MeasureAnswered;
import org.refocusrecord.events.rating.RelationshipRated;
import org.refocusrecord.events.shape.Spoken;
import org.refocusrecord.query.door.StoredForm.ShownPayload;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Writes a payload of an earlier form under the names that it was stored with, its texts and
 * answers as those of a present one are written. What they are is told by their own form, which no
 * upcaster changes.
 */
final class StoredFormWriter extends StdSerializer<ShownPayload> {

    private static final String NUMBER = "n";
    private static final String CIPHERTEXT = "c";
    private static final String DIGEST = "d";
    private static final String FROM = "from";
    private static final String EVENT = "eventId";
    private static final String ITEMS = "items";
    private static final String SALT = "salt";

    StoredFormWriter() {
        super(ShownPayload.class);
    }

    @Override
    public void serialize(ShownPayload payload, JsonGenerator out, SerializationContext context) {
        new Writing(payload.event(), out, context).value(payload.stored());
    }

    private record Writing(Event event, JsonGenerator out, SerializationContext context) {

        void value(JsonNode node) {
            Optional<Words> words = words(node);
            if (words.isPresent()) {
                context.writeValue(out, words.get());
            } else if (isSealed(node)) {
                out.writeNull();
            } else if (isAnswers(node)) {
                context.writeTree(out, node.path(ITEMS));
            } else if (node.isObject()) {
                object(node);
            } else if (node.isArray()) {
                out.writeStartArray();
                node.forEach(this::value);
                out.writeEndArray();
            } else {
                context.writeTree(out, node);
            }
        }

        private void object(JsonNode object) {
            boolean hidden = isHidden();
            out.writeStartObject();
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                JsonNode value = member.getValue();
                if (!(hidden && (isAnswers(value) || isWhereAnswersAre(value)))) {
                    out.writeName(member.getKey());
                    value(value);
                }
            }
            out.writeEndObject();
        }

        /** Of what was neither rated nor measured nobody can say who may see the answers. */
        private boolean isHidden() {
            Event said = event instanceof EntryAmended amended ? amended.replacement() : event;
            return switch (said) {
                case RelationshipRated rated ->
                        !ViewJson.sight(context).showsRating(new AnyId(rated.entryId().value()));
                case MeasureAnswered _ -> false;
                default -> true;
            };
        }

        /** The text of the event that stands here, itself or as the place where it was said. */
        private Optional<Words> words(JsonNode node) {
            JsonNode place = node.path(FROM);
            return node.path(DIGEST).isString()
                    ? said(node, kept -> kept.d().equals(node.path(DIGEST).asString()))
                    : said(
                            place,
                            kept -> kept.eventId().toString().equals(place.path(EVENT).asString()));
        }

        private Optional<Words> said(JsonNode place, Predicate<Words.Kept> there) {
            JsonNode number = place.path(NUMBER);
            return number.isInt()
                    ? Spoken.in(event).stream()
                            .map(Spoken.At::words)
                            .filter(words ->
                                    words instanceof Words.Kept kept
                                            && kept.n() == number.intValue()
                                            && there.test(kept))
                            .findFirst()
                    : Optional.empty();
        }

        private static boolean isAnswers(JsonNode node) {
            return node.size() == 2 && node.path(ITEMS).isObject() && node.path(SALT).isString();
        }

        /** Answers have one set an event, and no number. */
        private static boolean isWhereAnswersAre(JsonNode node) {
            return node.size() == 1
                    && node.path(FROM).path(EVENT).isString()
                    && node.path(FROM).size() == 1;
        }

        /** A text that the event of today has not: its members do not say what it was. */
        private static boolean isSealed(JsonNode node) {
            return node.path(DIGEST).isString()
                    && node.path(CIPHERTEXT).isString()
                    && node.path(NUMBER).isInt();
        }
    }
}
