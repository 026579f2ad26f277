package org.refocusrecord.web.reading;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.web.json.JsonPlace;
import org.refocusrecord.web.json.Uuids;
import org.refocusrecord.web.problem.ProblemCode;

import tools.jackson.databind.JsonNode;

import java.util.UUID;
import java.util.regex.Pattern;

/** Reads texts and ids. A character is a Unicode code point, as in JSON Schema. */
final class Texts {

    private final Faults faults;

    Texts(Faults faults) {
        this.faults = faults;
    }

    @Nullable String string(JsonPlace at, JsonNode node) {
        if (!node.isString()) {
            faults.add(at, ProblemCode.FIELD_WRONG_TYPE, "A string is expected.");
            return null;
        }
        if (!isSound(node.stringValue())) {
            faults.add(at, ProblemCode.TEXT_NOT_ALLOWED);
            return null;
        }
        return node.stringValue();
    }

    @Nullable String written(JsonPlace at, JsonNode node, int max) {
        String text = string(at, node);
        if (text == null) {
            return null;
        }
        if (text.codePoints().allMatch(Texts::isBlank)) {
            faults.add(at, ProblemCode.TEXT_BLANK);
            return null;
        }
        if (text.codePointCount(0, text.length()) > max) {
            faults.add(at, ProblemCode.TEXT_TOO_LONG, "At most " + max + " characters.");
            return null;
        }
        return text;
    }

    @Nullable String code(JsonPlace at, JsonNode node, Pattern pattern) {
        String text = string(at, node);
        if (text != null && !pattern.matcher(text).matches()) {
            faults.add(at, ProblemCode.VALUE_NOT_ALLOWED, "It has to match " + pattern + ".");
            return null;
        }
        return text;
    }

    @Nullable UUID uuid(JsonPlace at, JsonNode node) {
        UUID id = node.isString() ? Uuids.uuid(node.stringValue()) : null;
        if (id == null) {
            faults.add(
                    at,
                    ProblemCode.FIELD_WRONG_TYPE,
                    "A UUID in lower case is expected, other than the nil UUID.");
        }
        return id;
    }

    static boolean isSound(String text) {
        return text.codePoints().noneMatch(point -> point == 0 || isSurrogate(point));
    }

    private static boolean isSurrogate(int point) {
        return point >= 0xD800 && point <= 0xDFFF;
    }

    private static boolean isBlank(int point) {
        int type = Character.getType(point);
        return Character.isWhitespace(point)
                || Character.isSpaceChar(point)
                || type == Character.CONTROL
                || type == Character.FORMAT;
    }
}
