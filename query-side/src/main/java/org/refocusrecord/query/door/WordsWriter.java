package org.refocusrecord.query.door;

import org.refocusrecord.events.Words;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes a text as the reader may see it. */
final class WordsWriter extends StdSerializer<Words> {

    WordsWriter() {
        super(Words.class);
    }

    @Override
    public void serialize(Words words, JsonGenerator out, SerializationContext context) {
        switch (words) {
            case Words.Kept kept -> kept(kept, out, context);
            case Words.From _ -> throw neverFetched();
            case Words.Said _ -> throw neverRecorded();
            case Words.Sent _ -> throw neverRecorded();
            case Words.AsBefore _ -> throw neverRecorded();
        }
    }

    private static void kept(Words.Kept kept, JsonGenerator out, SerializationContext context) {
        Sight.Shown shown = ViewJson.sight(context).of(kept);
        out.writeStartObject();
        if (shown.text() == null) {
            out.writeNullProperty("text");
        } else {
            out.writeStringProperty("text", shown.text());
        }
        if (shown.withheld() != null) {
            out.writeStringProperty("withheld", shown.withheld().name());
        }
        out.writeName("statedBy");
        context.writeValue(out, kept.statedBy());
        out.writeStringProperty("wording", kept.wording().name());
        if (kept.lang() != null) {
            out.writeStringProperty("lang", kept.lang());
        }
        out.writeStringProperty("sharing", kept.sharing().name());
        out.writeEndObject();
    }

    private static IllegalStateException neverRecorded() {
        return new IllegalStateException("a text that was never recorded");
    }

    private static IllegalStateException neverFetched() {
        return new IllegalStateException("a text that was not fetched from where it was said");
    }
}
