package org.refocusrecord.query.door;

import org.refocusrecord.query.changes.OfRating;
import org.refocusrecord.query.door.Sight.Withheld;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes answers or scores of a rating for those with whom it is shared. */
final class OfRatingWriter extends StdSerializer<OfRating> {

    OfRatingWriter() {
        super(OfRating.class);
    }

    @Override
    public void serialize(OfRating part, JsonGenerator out, SerializationContext context) {
        if (ViewJson.sight(context).showsRating(part.entryId())) {
            context.writeValue(out, part.value());
        } else {
            out.writeStartObject();
            out.writeStringProperty("withheld", Withheld.SHARING.name());
            out.writeEndObject();
        }
    }
}
