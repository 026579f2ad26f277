package org.refocusrecord.web.reading;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.JsonText;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.shape.Form;
import org.refocusrecord.events.shape.Form.AnswersForm;
import org.refocusrecord.events.shape.Form.CodeForm;
import org.refocusrecord.events.shape.Form.CountForm;
import org.refocusrecord.events.shape.Form.DayForm;
import org.refocusrecord.events.shape.Form.EventForm;
import org.refocusrecord.events.shape.Form.FreeForm;
import org.refocusrecord.events.shape.Form.IdForm;
import org.refocusrecord.events.shape.Form.ListForm;
import org.refocusrecord.events.shape.Form.MomentForm;
import org.refocusrecord.events.shape.Form.NumberForm;
import org.refocusrecord.events.shape.Form.PersonForm;
import org.refocusrecord.events.shape.Form.PersonIdForm;
import org.refocusrecord.events.shape.Form.RecordForm;
import org.refocusrecord.events.shape.Form.TextForm;
import org.refocusrecord.events.shape.Form.TruthForm;
import org.refocusrecord.events.shape.Form.WordsForm;
import org.refocusrecord.events.shape.RecordShape;
import org.refocusrecord.web.json.JsonPlace;
import org.refocusrecord.web.problem.ProblemCode;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Reads the value of one member, by its form. What cannot be read is null, and told. */
final class Values {

    /** The object in which a member stands, for what must be read together. */
    record Holder(JsonNode node, RecordShape shape) {}

    /** Reads a record within a record. */
    interface Records {
        @Nullable Object read(JsonPlace at, JsonNode node, RecordShape shape);
    }

    private final Faults faults;
    private final Texts texts;
    private final Times times;
    private final Persons persons;
    private final SentWords words;
    private final Questions questions;
    private final FreeJson free;
    private final Records records;

    Values(
            ReadingContext context,
            Faults faults,
            Function<JsonNode, String> canonical,
            Records records) {
        this.faults = faults;
        this.texts = new Texts(faults);
        this.times = new Times(context, faults);
        this.persons = new Persons(faults);
        this.words = new SentWords(context, faults);
        this.questions = new Questions(context, faults);
        this.free = new FreeJson(faults, canonical);
        this.records = records;
    }

    @Nullable Object value(JsonPlace at, JsonNode node, Form form, Holder holder) {
        return switch (form) {
            case IdForm id -> id(at, node, id);
            case CodeForm code -> code(at, node, code, holder);
            case TextForm text -> text(at, node, text);
            case PersonIdForm _ -> persons.idBeside(at, node, holder.node().path("party"));
            case NumberForm number -> number(at, node, number);
            case CountForm _ -> throw new IllegalStateException("nobody sends a count");
            case TruthForm _ -> truth(at, node);
            case MomentForm(boolean happened) -> times.instant(at, node, happened);
            case DayForm(boolean happened) -> times.day(at, node, happened);
            case PersonForm _ -> persons.person(at, node);
            case WordsForm _ -> words.words(at, node);
            case AnswersForm _ -> questions.answers(at, node, holder);
            case FreeForm _ -> free(at, node);
            case EventForm _ -> object(at, node);
            case ListForm(Form element, int min, int max) ->
                    list(at, node, min, max, (place, part) -> value(place, part, element, holder));
            case RecordForm(RecordShape shape) ->
                    object(at, node) == null ? null : records.read(at, node, shape);
        };
    }

    @Nullable List<Object> list(
            JsonPlace at,
            JsonNode node,
            int min,
            int max,
            BiFunction<JsonPlace, JsonNode, @Nullable Object> element) {
        if (!node.isArray()) {
            faults.add(at, ProblemCode.FIELD_WRONG_TYPE, "A list is expected.");
            return null;
        }
        int before = faults.count();
        if (node.size() < min) {
            faults.add(at, ProblemCode.LIST_EMPTY);
        } else if (node.size() > max) {
            faults.add(at, ProblemCode.LIST_TOO_LONG, "At most " + max + " elements.");
        }
        List<Object> values = new ArrayList<>();
        for (int index = 0; index < Math.min(node.size(), max); index++) {
            Object value = element.apply(at.element(index), node.path(index));
            if (value != null) {
                values.add(value);
            }
        }
        return faults.count() > before ? null : List.copyOf(values);
    }

    @Nullable JsonNode object(JsonPlace at, JsonNode node) {
        if (node.isObject()) {
            return node;
        }
        faults.add(at, ProblemCode.FIELD_WRONG_TYPE, "An object is expected.");
        return null;
    }

    private @Nullable Object id(JsonPlace at, JsonNode node, IdForm form) {
        UUID id = texts.uuid(at, node);
        return id == null ? null : form.maker().apply(id);
    }

    private @Nullable Object code(JsonPlace at, JsonNode node, CodeForm form, Holder holder) {
        String text = texts.string(at, node);
        Object value = text == null ? null : form.values().get(text);
        if (text != null && (value == null || isOutOfPlace(value, holder))) {
            faults.add(at, ProblemCode.VALUE_NOT_ALLOWED, "One of " + codes(form) + ".");
            return null;
        }
        return value;
    }

    /** An interpreter takes part in a session, and nowhere else. */
    private static boolean isOutOfPlace(Object value, Holder holder) {
        return value == Party.INTERPRETER && holder.shape().member("relation") == null;
    }

    private static String codes(CodeForm form) {
        return Arrays.toString(form.type().getEnumConstants());
    }

    private @Nullable Object text(JsonPlace at, JsonNode node, TextForm form) {
        return form.pattern() == null
                ? texts.written(at, node, form.max())
                : texts.code(at, node, form.pattern());
    }

    private @Nullable Object number(JsonPlace at, JsonNode node, NumberForm form) {
        if (!node.isIntegralNumber()) {
            faults.add(at, ProblemCode.FIELD_WRONG_TYPE, "A whole number is expected.");
            return null;
        }
        if (!node.canConvertToInt()
                || node.intValue() < form.min()
                || node.intValue() > form.max()) {
            faults.add(
                    at,
                    ProblemCode.VALUE_NOT_ALLOWED,
                    "From " + form.min() + " to " + form.max() + ".");
            return null;
        }
        return node.intValue();
    }

    private @Nullable Object truth(JsonPlace at, JsonNode node) {
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        faults.add(at, ProblemCode.FIELD_WRONG_TYPE, "True or false is expected.");
        return null;
    }

    private @Nullable Object free(JsonPlace at, JsonNode node) {
        String canonical = free.canonical(at, node);
        return canonical == null ? null : new JsonText(canonical);
    }
}
