package org.refocusrecord.web.json;

import org.refocusrecord.web.problem.Fault;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.problem.ProblemException;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Parses JSON to the letter: strict UTF-8, nothing but one value, no key twice, not too deep.
 *
 * <p>Numbers are kept exactly, and bounded in length: what one costs grows faster than its digits.
 */
public final class StrictJson {

    private static final int DEEPEST = 32;
    private static final int LONGEST_NUMBER = 400;

    /** Each names its place, which may be long; whoever mends so many asks again. */
    private static final int MOST_FAULTS = 1_000;

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    // Looked at here: the parser would not say which it was.
                                    .maxNumberLength(Integer.MAX_VALUE)
                                    .maxNestingDepth(DEEPEST + 2)
                                    .build())
                    .build();

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonParser parser;
    private final int deepest;
    private final List<Fault> faults = new ArrayList<>();

    private StrictJson(JsonParser parser, int deepest) {
        this.parser = parser;
        this.deepest = deepest;
    }

    /** Parses a body; throws the problem of one that cannot be read at all. */
    public static JsonBody parse(byte[] bytes) {
        return parse(utf8(bytes));
    }

    /** Parses a text. */
    public static JsonBody parse(CharSequence text) {
        return parse(text, DEEPEST);
    }

    /** Parses an object with a body in it, which may be as deep as one that stands alone. */
    public static JsonBody parseAround(byte[] bytes) {
        return parse(utf8(bytes), DEEPEST + 1);
    }

    private static JsonBody parse(CharSequence text, int deepest) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text.toString())) {
            StrictJson json = new StrictJson(parser, deepest);
            parser.nextToken();
            JsonNode tree = json.value(JsonPlace.ROOT, 0);
            if (parser.nextToken() != null) {
                throw notReadable("Something follows after the end of the JSON.", parser);
            }
            return new JsonBody(tree, List.copyOf(json.faults));
        } catch (JacksonException unreadable) {
            TokenStreamLocation at = unreadable.getLocation();
            throw notReadable("This is no JSON that can be taken" + place(at) + ".");
        }
    }

    private static CharBuffer utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException otherEncoding) {
            throw notReadable("The body is not in UTF-8.");
        }
    }

    private JsonNode value(JsonPlace place, int depth) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(place, deeper(place, depth));
            case START_ARRAY -> array(place, deeper(place, depth));
            case VALUE_STRING -> NODES.stringNode(parser.getString());
            case VALUE_NUMBER_INT -> whole(place);
            case VALUE_NUMBER_FLOAT -> fraction(place);
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            case null -> throw notReadable("The body is empty, or ends before the JSON does.");
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
                    throw notReadable("This is no JSON.", parser);
        };
    }

    /** Exactly as it was sent: read as a double, two numbers might already have become one. */
    private JsonNode fraction(JsonPlace place) {
        requireShort(place);
        try {
            return NODES.numberNode(parser.getDecimalValue());
        } catch (ArithmeticException | NumberFormatException | JacksonException tooWide) {
            throw notTaken(place, "A number has an exponent that no number needs.");
        }
    }

    /** What it costs to read a number grows faster than its digits. */
    private void requireShort(JsonPlace place) {
        if (parser.getStringLength() > LONGEST_NUMBER) {
            throw notTaken(place, "A number is at most " + LONGEST_NUMBER + " characters long.");
        }
    }

    private static ProblemException notTaken(JsonPlace place, String message) {
        return new ProblemException(
                new Fault(place.pointer(), ProblemCode.VALUE_NOT_ALLOWED, message));
    }

    private int deeper(JsonPlace place, int depth) {
        if (depth == deepest) {
            throw new ProblemException(
                    new Fault(
                            place.pointer(),
                            ProblemCode.JSON_TOO_DEEP,
                            "More levels of objects and lists than can be taken."));
        }
        return depth + 1;
    }

    private ObjectNode object(JsonPlace place, int depth) {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonPlace at = place.member(name);
            parser.nextToken();
            JsonNode value = value(at, depth);
            if (object.has(name)) {
                standsAgain(at);
            } else {
                object.set(name, value);
            }
        }
        return object;
    }

    private void standsAgain(JsonPlace at) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(
                    new Fault(
                            at.pointer(),
                            ProblemCode.JSON_KEY_TWICE,
                            "The key stands here again."));
        }
    }

    private ArrayNode array(JsonPlace place, int depth) {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(place.element(array.size()), depth));
        }
        return array;
    }

    private JsonNode whole(JsonPlace place) {
        requireShort(place);
        return switch (parser.getNumberType()) {
            case INT -> NODES.numberNode(parser.getIntValue());
            case LONG -> NODES.numberNode(parser.getLongValue());
            case BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL ->
                    NODES.numberNode(parser.getBigIntegerValue());
        };
    }

    private static ProblemException notReadable(String what, JsonParser parser) {
        return notReadable(what + " It stands" + place(parser.currentTokenLocation()) + ".");
    }

    private static ProblemException notReadable(String message) {
        return new ProblemException(new Fault("", ProblemCode.JSON_NOT_READABLE, message));
    }

    private static String place(TokenStreamLocation at) {
        return at == null || at.getLineNr() < 1
                ? ""
                : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }
}
