package org.refocusrecord.web.reading;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Answers;
import org.refocusrecord.events.Answers.Answer;
import org.refocusrecord.events.Answers.Coded;
import org.refocusrecord.events.Answers.Level;
import org.refocusrecord.events.rating.Instruments;
import org.refocusrecord.events.rating.Instruments.Instrument;
import org.refocusrecord.web.json.JsonPlace;
import org.refocusrecord.web.problem.ProblemCode;

import tools.jackson.databind.JsonNode;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads answers to a questionnaire, item by item, against the instrument named beside them. */
final class AnswerSheets {

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

    private final Faults faults;
    private final boolean mayStay;

    AnswerSheets(ReadingContext context, Faults faults) {
        this.faults = faults;
        this.mayStay = context.correction();
    }

    /** The answers; {@code known} is false where it is not known to which questions. */
    @Nullable Answers answers(
            JsonPlace at, JsonNode node, boolean known, @Nullable Instrument instrument) {
        if (!node.isObject()) {
            faults.add(at, ProblemCode.FIELD_WRONG_TYPE, "An object of answers by item.");
            return null;
        }
        if (mayStay && node.size() == 1 && node.path("asBefore").isBoolean()) {
            return asBefore(at, node);
        }
        int before = faults.count();
        SortedMap<String, Answer> byItem = new TreeMap<>();
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            JsonPlace item = at.member(property.getKey());
            if (known && !Instruments.hasItem(instrument, property.getKey())) {
                faults.add(item, ProblemCode.ANSWER_UNKNOWN_ITEM);
            } else if (!property.getValue().isNull()) {
                Answer answer = answer(item, property.getValue());
                if (answer != null
                        && known
                        && !Instruments.allows(instrument, property.getKey(), answer)) {
                    faults.add(item, ProblemCode.ANSWER_NOT_ALLOWED);
                } else if (answer != null) {
                    byItem.put(property.getKey(), answer);
                }
            }
        }
        return faults.count() > before ? null : new Answers.Given(byItem);
    }

    private @Nullable Answers asBefore(JsonPlace at, JsonNode node) {
        if (node.path("asBefore").booleanValue()) {
            return new Answers.AsBefore();
        }
        faults.add(at.member("asBefore"), ProblemCode.VALUE_NOT_ALLOWED, "Only true.");
        return null;
    }

    private @Nullable Answer answer(JsonPlace at, JsonNode node) {
        if (node.isIntegralNumber()) {
            if (node.canConvertToInt()) {
                return new Level(node.intValue());
            }
            faults.add(at, ProblemCode.ANSWER_NOT_ALLOWED);
            return null;
        }
        if (node.isString() && !NUMBER.matcher(node.stringValue()).matches()) {
            return new Coded(node.stringValue());
        }
        faults.add(at, ProblemCode.FIELD_WRONG_TYPE, "A whole number or a code is expected.");
        return null;
    }
}
