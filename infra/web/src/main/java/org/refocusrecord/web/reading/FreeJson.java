package org.refocusrecord.web.reading;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.web.json.JsonPlace;
import org.refocusrecord.web.problem.ProblemCode;

import tools.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads JSON of the caller's own shape. It must be one that canonical JSON keeps without loss: no
 * numbers that a double cannot hold, no halves of characters.
 */
final class FreeJson {

    private static final long LARGEST_EXACT = 1L << 53;

    private final Faults faults;
    private final Function<JsonNode, String> canonical;

    FreeJson(Faults faults, Function<JsonNode, String> canonical) {
        this.faults = faults;
        this.canonical = canonical;
    }

    @Nullable String canonical(JsonPlace at, JsonNode node) {
        int before = faults.count();
        check(at, node);
        return faults.count() > before ? null : canonical.apply(node);
    }

    private void check(JsonPlace at, JsonNode node) {
        if (node.isString() && !Texts.isSound(node.stringValue())) {
            faults.add(at, ProblemCode.TEXT_NOT_ALLOWED);
        } else if (node.isNumber() && !isExact(node)) {
            faults.add(
                    at,
                    ProblemCode.VALUE_NOT_ALLOWED,
                    "A number that no double can hold exactly: send it as a text.");
        }
        for (int index = 0; node.isArray() && index < node.size(); index++) {
            check(at.element(index), node.path(index));
        }
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> property : node.properties()) {
                JsonPlace member = at.member(property.getKey());
                if (!Texts.isSound(property.getKey())) {
                    faults.add(member, ProblemCode.TEXT_NOT_ALLOWED);
                }
                check(member, property.getValue());
            }
        }
    }

    private static boolean isExact(JsonNode node) {
        return node.isIntegralNumber()
                ? node.canConvertToLong() && Math.abs(node.longValue()) < LARGEST_EXACT
                : isExact(node.decimalValue());
    }

    /** Whether a double, written out, is the very number that was sent. */
    private static boolean isExact(BigDecimal sent) {
        double kept = sent.doubleValue();
        return Double.isFinite(kept) && new BigDecimal(Double.toString(kept)).compareTo(sent) == 0;
    }
}
