package org.refocusrecord.web.reading;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Sharing;
import org.refocusrecord.events.Wording;
import org.refocusrecord.events.Words;
import org.refocusrecord.web.json.JsonPlace;
import org.refocusrecord.web.problem.ProblemCode;

import tools.jackson.databind.JsonNode;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads what somebody said: a bare text, or a text with who said it and how. */
final class SentWords {

    static final int LONGEST = 10_000;

    private static final Pattern LANGUAGE =
            Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}");

    private final Faults faults;
    private final Texts texts;
    private final Persons persons;
    private final boolean mayStay;

    SentWords(ReadingContext context, Faults faults) {
        this.faults = faults;
        this.texts = new Texts(faults);
        this.persons = new Persons(faults);
        this.mayStay = context.correction();
    }

    @Nullable Words words(JsonPlace at, JsonNode node) {
        if (node.isString()) {
            String text = texts.written(at, node, LONGEST);
            return text == null ? null : new Words.Sent(text, null, null, null, null);
        }
        if (!node.isObject()) {
            faults.add(at, ProblemCode.FIELD_WRONG_TYPE, "A text, or an object with one.");
            return null;
        }
        return mayStay && !Persons.isAbsent(node.path("asBefore"))
                ? asBefore(at, node)
                : sent(at, node);
    }

    private @Nullable Words asBefore(JsonPlace at, JsonNode node) {
        int before = faults.count();
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            JsonPlace member = at.member(property.getKey());
            if (!property.getKey().equals("asBefore")) {
                faults.add(member, ProblemCode.FIELD_UNKNOWN, "A text that stays has no more.");
            } else if (!property.getValue().isBoolean()) {
                faults.add(member, ProblemCode.FIELD_WRONG_TYPE, "Only true.");
            } else if (!property.getValue().booleanValue()) {
                faults.add(member, ProblemCode.VALUE_NOT_ALLOWED, "Only true.");
            }
        }
        return faults.count() > before ? null : new Words.AsBefore();
    }

    private @Nullable Words sent(JsonPlace at, JsonNode node) {
        int before = faults.count();
        String text = null;
        Person statedBy = null;
        Wording wording = null;
        String lang = null;
        Sharing sharing = null;
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            JsonPlace member = at.member(property.getKey());
            JsonNode value = property.getValue();
            boolean absent = value.isNull();
            switch (property.getKey()) {
                case "text" -> text = absent ? null : texts.written(member, value, LONGEST);
                case "statedBy" -> statedBy = absent ? null : persons.person(member, value);
                case "wording" -> wording = absent ? null : one(member, value, Wording.class);
                case "lang" -> lang = absent ? null : texts.code(member, value, LANGUAGE);
                case "sharing" -> sharing = absent ? null : one(member, value, Sharing.class);
                default -> faults.add(member, ProblemCode.FIELD_UNKNOWN);
            }
        }
        if (Persons.isAbsent(node.path("text"))) {
            faults.add(at.member("text"), ProblemCode.FIELD_MISSING);
        }
        return text == null || faults.count() > before
                ? null
                : new Words.Sent(text, statedBy, wording, lang, sharing);
    }

    private <E extends Enum<E>> @Nullable E one(JsonPlace at, JsonNode node, Class<E> type) {
        if (!node.isString()) {
            faults.add(at, ProblemCode.FIELD_WRONG_TYPE, "A string is expected.");
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(node.stringValue())) {
                return constant;
            }
        }
        faults.add(
                at,
                ProblemCode.VALUE_NOT_ALLOWED,
                "One of " + Arrays.toString(type.getEnumConstants()) + ".");
        return null;
    }
}
