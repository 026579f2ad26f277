package org.refocusrecord.web.reading;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.shape.EventShape.Constant;
import org.refocusrecord.events.shape.Form.CodeForm;
import org.refocusrecord.events.shape.Form.NumberForm;
import org.refocusrecord.events.shape.Form.PersonIdForm;
import org.refocusrecord.events.shape.Form.TruthForm;
import org.refocusrecord.events.shape.Member;
import org.refocusrecord.events.shape.RecordShape;
import org.refocusrecord.web.json.JsonPlace;
import org.refocusrecord.web.problem.ProblemCode;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Reads objects into the members of records, and tells what is unknown, missing or wrong. */
final class Records {

    /**
     * What an object may hold.
     *
     * @param shape the record that it becomes
     * @param constants members with fixed values, checked by whoever chose the shape
     * @param beside members that somebody else reads
     * @param outermost whether the context's members stand here
     */
    record Layout(
            RecordShape shape, List<Constant> constants, Set<String> beside, boolean outermost) {
        boolean isReadElsewhere(String name) {
            return beside.contains(name)
                    || constants.stream().anyMatch(constant -> constant.name().equals(name));
        }
    }

    private final ReadingContext context;
    private final Faults faults;
    private final Values values;
    private final Questions questions;

    Records(ReadingContext context, Faults faults, Function<JsonNode, String> canonical) {
        this.context = context;
        this.faults = faults;
        this.values = new Values(context, faults, canonical, this::inner);
        this.questions = new Questions(context, faults);
    }

    Values values() {
        return values;
    }

    private @Nullable Object inner(JsonPlace at, JsonNode node, RecordShape shape) {
        return whole(at, node, new Layout(shape, List.of(), Set.of(), false));
    }

    /** The record, or null where anything in it is wrong. */
    @Nullable Object whole(JsonPlace at, JsonNode node, Layout layout) {
        int before = faults.count();
        @Nullable Object[] members = members(at, node, layout);
        return faults.count() > before ? null : layout.shape().make(members);
    }

    /** The values of the members; null where something is wrong, and where nothing was sent. */
    @Nullable Object[] members(JsonPlace at, JsonNode node, Layout layout) {
        RecordShape shape = layout.shape();
        Values.Holder holder = new Values.Holder(node, shape);
        @Nullable Object[] members = new @Nullable Object[shape.members().size()];
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            String name = property.getKey();
            JsonPlace place = at.member(name);
            Member member = shape.member(name);
            if (layout.isReadElsewhere(name)) {
                continue;
            }
            if (member == null || member.derived() || isGiven(layout, name)) {
                faults.add(place, ProblemCode.FIELD_UNKNOWN);
            } else if (!property.getValue().isNull()) {
                members[member.index()] =
                        values.value(place, property.getValue(), member.form(), holder);
            }
        }
        questions.check(at, holder);
        for (Member member : shape.members()) {
            if (isGiven(layout, member.name()) || Persons.isAbsent(node.path(member.name()))) {
                members[member.index()] = leftOut(at, member, holder, layout);
            }
        }
        Ranges.check(at, shape, members, faults);
        return members;
    }

    private boolean isGiven(Layout layout, String name) {
        return layout.outermost() && context.given().containsKey(name);
    }

    private @Nullable Object leftOut(
            JsonPlace at, Member member, Values.Holder holder, Layout layout) {
        Object value = layout.outermost() ? fromContext(member.name()) : null;
        if (value == null && member.otherwise() != null) {
            value = parsed(member, member.otherwise());
        }
        if (value == null && member.form() instanceof PersonIdForm) {
            value = Person.withoutId(Party.OTHER).id();
        }
        if (value == null && context.ownDoor()) {
            value = OwnDoor.otherwise(holder.shape(), member);
        }
        if (value == null && member.name().equals("version")) {
            value = Questions.version(holder);
        }
        if (value == null && !member.optional() && !member.derived()) {
            faults.add(at.member(member.name()), ProblemCode.FIELD_MISSING);
        }
        return value;
    }

    private @Nullable Object fromContext(String name) {
        Object given = context.given().get(name);
        return given == null ? context.otherwise().get(name) : given;
    }

    private static Object parsed(Member member, String text) {
        return switch (member.form()) {
            case TruthForm _ -> Boolean.valueOf(text);
            case NumberForm _ -> Integer.valueOf(text);
            case CodeForm code -> code.values().getOrDefault(text, text);
            default -> text;
        };
    }
}
