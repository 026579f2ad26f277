package org.refocusrecord.query.door;

import org.refocusrecord.events.Answers;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes the answers to a questionnaire. */
final class AnswersWriter extends StdSerializer<Answers> {

    AnswersWriter() {
        super(Answers.class);
    }

    @Override
    public void serialize(Answers answers, JsonGenerator out, SerializationContext context) {
        out.writeStartObject();
        switch (answers) {
            case Answers.Given given ->
                    given.byItem()
                            .forEach((item, answer) -> {
                                switch (answer) {
                                    case Answers.Level(int value) ->
                                            out.writeNumberProperty(item, value);
                                    case Answers.Coded(String code) ->
                                            out.writeStringProperty(item, code);
                                }
                            });
            case Answers.From from -> {
                out.writeName("from");
                out.writeStartObject();
                out.writeStringProperty("eventId", from.eventId().toString());
                out.writeEndObject();
            }
            case Answers.AsBefore _ ->
                    throw new IllegalStateException("answers that were never recorded");
        }
        out.writeEndObject();
    }
}
