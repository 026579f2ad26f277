package org.refocusrecord.eventlog.json;

import org.refocusrecord.events.JsonText;
import org.refocusrecord.events.shape.Form.CodeForm;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonToken;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.UUID;
import java.util.function.Function;

/**
 * The tokens of one payload, each asked for as what it must be. It always stands on the first token
 * of what is read next, and knows the member it is in, which is all that a message says.
 */
final class PayloadTokens {

    private final JsonParser in;
    private final String event;
    private String member = "";

    PayloadTokens(JsonParser in, String event) {
        this.in = in;
        this.event = event;
    }

    void next() {
        in.nextToken();
    }

    void startObject() {
        expect(JsonToken.START_OBJECT);
        next();
    }

    void startList() {
        expect(JsonToken.START_ARRAY);
        next();
    }

    boolean isEndOfList() {
        return in.currentToken() == JsonToken.END_ARRAY;
    }

    boolean isName() {
        return in.currentToken() == JsonToken.PROPERTY_NAME;
    }

    boolean isName(String name) {
        return isName() && in.currentName().equals(name);
    }

    boolean isText() {
        return in.currentToken() == JsonToken.VALUE_STRING;
    }

    /** The name of a member; after it comes its value. */
    String name() {
        member = in.currentName();
        next();
        return member;
    }

    String text() {
        expect(JsonToken.VALUE_STRING);
        return in.getString();
    }

    Integer number() {
        expect(JsonToken.VALUE_NUMBER_INT);
        if (in.getNumberType() != NumberType.INT) {
            throw unreadable("is too large");
        }
        return in.getIntValue();
    }

    Long count() {
        expect(JsonToken.VALUE_NUMBER_INT);
        NumberType type = in.getNumberType();
        if (type == NumberType.BIG_INTEGER
                || in.getLongValue() < 0
                || in.getLongValue() > CanonicalNumber.LARGEST_SAFE) {
            throw unreadable("is no count");
        }
        return in.getLongValue();
    }

    Boolean truth() {
        if (in.currentToken() != JsonToken.VALUE_TRUE) {
            expect(JsonToken.VALUE_FALSE);
        }
        return in.getBooleanValue();
    }

    Object code(CodeForm form) {
        Object value = form.values().get(text());
        if (value == null) {
            throw unreadable("has an unknown code");
        }
        return value;
    }

    UUID uuid() {
        String text = text();
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equals(text)) {
                return id;
            }
        } catch (IllegalArgumentException notAnId) {
            throw unreadable("is no id");
        }
        throw unreadable("is no id in lower case");
    }

    <T> T time(Function<String, T> reader) {
        try {
            return reader.apply(text());
        } catch (DateTimeException noTime) {
            throw unreadable("is no time in the stored form");
        }
    }

    JsonText free() {
        try {
            return new JsonText(new String(CanonicalJson.of(in), StandardCharsets.UTF_8));
        } catch (NotCanonical | ArithmeticException | NumberFormatException quotesTheValue) {
            throw unreadable("is not canonical");
        }
    }

    PayloadUnreadable missing(String name) {
        return new PayloadUnreadable(event, name, "is missing");
    }

    PayloadUnreadable unreadable(String what) {
        return new PayloadUnreadable(event, member, what);
    }

    private void expect(JsonToken token) {
        if (in.currentToken() != token) {
            throw unreadable("is of another type");
        }
    }
}
