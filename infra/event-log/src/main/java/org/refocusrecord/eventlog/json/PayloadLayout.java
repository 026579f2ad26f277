package org.refocusrecord.eventlog.json;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.Id;
import org.refocusrecord.events.shape.EventShape;
import org.refocusrecord.events.shape.EventShape.Constant;
import org.refocusrecord.events.shape.EventShape.Own;
import org.refocusrecord.events.shape.Form;
import org.refocusrecord.events.shape.Form.CodeForm;
import org.refocusrecord.events.shape.Form.ListForm;
import org.refocusrecord.events.shape.Form.RecordForm;
import org.refocusrecord.events.shape.Member;
import org.refocusrecord.events.shape.RecordShape;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * The bytes of a record in the order in which they are written, and what reads each member's value.
 * Looked up once a class.
 */
final class PayloadLayout {

    private static final ClassValue<PayloadLayout> LAYOUTS =
            new ClassValue<>() {
                @Override
                protected PayloadLayout computeValue(Class<?> type) {
                    return Event.class.isAssignableFrom(type)
                            ? ofEvent(EventShape.of(type.asSubclass(Event.class)))
                            : ofRecord(RecordShape.of(type));
                }
            };

    /** Reads one value. */
    @FunctionalInterface
    interface Value {
        /**
         * Reads it.
         *
         * @param before the members of its record that came before it, by index
         */
        Object read(PayloadAsWritten in, @Nullable Object[] before);
    }

    /**
     * A member, or the fixed value of one, which is part of the bytes.
     *
     * @param start its name, in quotes and with its colon
     * @param value reads its value; null where that is fixed
     */
    @SuppressWarnings("ArrayRecordComponent") // written once; never compared
    record Slot(byte[] start, boolean optional, int index, @Nullable Value value) {}

    private final RecordShape shape;
    private final Slot[] slots;

    private PayloadLayout(RecordShape shape, List<Slot> slots) {
        this.shape = shape;
        this.slots = slots.toArray(Slot[]::new);
    }

    /** Of a class of records or events. */
    static PayloadLayout of(Class<?> type) {
        return LAYOUTS.get(type);
    }

    private static PayloadLayout ofEvent(EventShape event) {
        List<Slot> slots = new ArrayList<>();
        for (EventShape.Part part : event.canonical()) {
            slots.add(
                    switch (part) {
                        case Constant(String name, String value) ->
                                new Slot(
                                        ascii("\"" + name + "\":\"" + value + "\""),
                                        false,
                                        0,
                                        null);
                        case Own(Member member) -> slot(member, event.members());
                    });
        }
        return new PayloadLayout(event.members(), slots);
    }

    private static PayloadLayout ofRecord(RecordShape shape) {
        return new PayloadLayout(
                shape, shape.canonical().stream().map(member -> slot(member, shape)).toList());
    }

    private static Slot slot(Member member, RecordShape holder) {
        return new Slot(
                ascii("\"" + member.name() + "\":"),
                member.optional(),
                member.index(),
                value(member.form(), holder));
    }

    private static Value value(Form form, RecordShape holder) {
        return switch (form) {
            case Form.IdForm(Class<? extends Id> _, Function<UUID, Id> maker) ->
                    (in, _) -> maker.apply(in.bytes().uuid());
            case CodeForm code -> code(code);
            case Form.TextForm _ -> (in, _) -> in.bytes().text();
            case Form.PersonIdForm _ -> (in, _) -> in.bytes().recurringText();
            case Form.NumberForm _ -> (in, _) -> in.bytes().number();
            case Form.CountForm _ -> (in, _) -> in.bytes().count();
            case Form.TruthForm _ -> (in, _) -> in.bytes().truth();
            case Form.MomentForm _ -> (in, _) -> in.bytes().moment();
            case Form.DayForm _ -> (in, _) -> in.bytes().day();
            case Form.PersonForm _ -> (in, _) -> in.person();
            case Form.WordsForm _ -> (in, _) -> in.words();
            case Form.AnswersForm _ -> (in, _) -> in.answers();
            // Of the caller's own shape: nobody knows what comes next.
            case Form.FreeForm _ -> PayloadLayout::leftToOthers;
            case Form.EventForm _ -> within(holder);
            case ListForm(Form element, int _, int _) -> list(value(element, holder));
            case RecordForm(RecordShape inner) -> {
                PayloadLayout layout = of(inner.type());
                yield (in, _) -> in.record(layout);
            }
        };
    }

    private static Value code(CodeForm form) {
        List<Map.Entry<String, Object>> codes = List.copyOf(form.values().entrySet());
        byte[][] texts = codes.stream().map(code -> ascii(code.getKey())).toArray(byte[][]::new);
        Object[] values = codes.stream().map(Map.Entry::getValue).toArray();
        return (in, _) -> values[in.bytes().oneOf(texts)];
    }

    private static Value within(RecordShape holder) {
        Member type = holder.member(WrittenPayload.TYPE_WITHIN);
        Member revision = holder.member(WrittenPayload.REVISION_WITHIN);
        return type == null || revision == null
                ? PayloadLayout::leftToOthers
                : (in, before) -> in.within(before[type.index()], before[revision.index()]);
    }

    private static Object leftToOthers(PayloadAsWritten in, @Nullable Object[] before) {
        throw new NotAsWritten();
    }

    private static Value list(Value element) {
        return (in, before) -> in.list(element, before);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    Slot[] slots() {
        return slots;
    }

    RecordShape shape() {
        return shape;
    }
}
