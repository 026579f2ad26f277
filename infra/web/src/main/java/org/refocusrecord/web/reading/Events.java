package org.refocusrecord.web.reading;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.session.Entry;
import org.refocusrecord.events.shape.EventShape;
import org.refocusrecord.events.shape.Form.EventForm;
import org.refocusrecord.events.shape.Member;
import org.refocusrecord.events.shape.RecordShape;
import org.refocusrecord.web.json.JsonPlace;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.reading.Records.Layout;

import tools.jackson.databind.JsonNode;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads objects into events: headers, entries, commands, replacements. */
final class Events {

    private static final int MOST_ENTRIES = 200;
    private static final Set<String> ENTRIES = Set.of("entries");

    private final Faults faults;
    private final Records records;

    Events(ReadingContext context, Faults faults, Function<JsonNode, String> canonical) {
        this.faults = faults;
        this.records = new Records(context, faults, canonical);
    }

    boolean isObject(JsonNode node) {
        return records.values().object(JsonPlace.ROOT, node) != null;
    }

    <E extends Event> @Nullable E header(JsonNode tree, Class<E> type) {
        Layout layout = new Layout(RecordShape.of(type), List.of(), ENTRIES, true);
        return type.cast(records.whole(JsonPlace.ROOT, tree, layout));
    }

    @Nullable List<Entry> entries(JsonPlace at, JsonNode tree, Predicate<String> kinds) {
        JsonPlace place = at.member("entries");
        JsonNode entries = tree.path("entries");
        if (Persons.isAbsent(entries)) {
            faults.add(place, ProblemCode.FIELD_MISSING);
            return null;
        }
        List<Object> read =
                records.values()
                        .list(
                                place,
                                entries,
                                1,
                                MOST_ENTRIES,
                                (element, node) -> entry(element, node, kinds));
        return read == null ? null : read.stream().map(Entry.class::cast).toList();
    }

    private @Nullable Entry entry(JsonPlace at, JsonNode node, Predicate<String> kinds) {
        if (records.values().object(at, node) == null) {
            return null;
        }
        JsonNode kind = node.path("kind");
        if (Persons.isAbsent(kind)) {
            faults.add(at.member("kind"), ProblemCode.FIELD_MISSING);
            return null;
        }
        if (!kind.isString()) {
            faults.add(at.member("kind"), ProblemCode.FIELD_WRONG_TYPE, "A string is expected.");
            return null;
        }
        List<EventShape> siblings = Doors.ofEntry(kind.stringValue());
        if (siblings.isEmpty() || !kinds.test(kind.stringValue())) {
            faults.add(
                    at.member("kind"),
                    ProblemCode.VALUE_NOT_ALLOWED,
                    "There is no such kind of entry at this door.");
            return null;
        }
        EventShape shape = Doors.chosen(at, node, siblings, faults);
        return (Entry) records.whole(at, node, layout(shape, false));
    }

    @Nullable CommandBody command(JsonNode tree, List<EventShape> siblings) {
        JsonPlace at = JsonPlace.ROOT;
        int before = faults.count();
        EventShape shape = Doors.chosen(at, tree, siblings, faults);
        boolean told = faults.count() == before;
        Set<String> others = ofOthers(shape, siblings);
        Layout layout =
                new Layout(
                        shape.members(),
                        shape.constants(),
                        told ? leftOut(tree, others) : others,
                        true);
        @Nullable Object[] members = records.members(at, tree, layout);
        if (faults.count() > before) {
            return null;
        }
        return holdsAnother(shape)
                ? amending(tree, shape, members)
                : new CommandBody.Whole(shape.type().cast(shape.members().make(members)));
    }

    /** What only a sibling has is unknown here; where it is null it counts as left out. */
    private static Set<String> leftOut(JsonNode tree, Set<String> others) {
        return others.stream().filter(name -> tree.path(name).isNull()).collect(Collectors.toSet());
    }

    private static Set<String> ofOthers(EventShape shape, List<EventShape> siblings) {
        return siblings.stream()
                .flatMap(sibling -> sibling.members().members().stream())
                .filter(member ->
                        !member.derived() && shape.members().member(member.name()) == null)
                .map(Member::name)
                .collect(Collectors.toSet());
    }

    private static CommandBody amending(
            JsonNode tree, EventShape shape, @Nullable Object[] members) {
        AnyId target = AnyId.of(tree.path("target").stringValue());
        return new CommandBody.Amending(
                target, tree.path("replacement"), shape, Arrays.asList(members));
    }

    @Nullable Event replacement(Event original, JsonNode node) {
        JsonPlace at = JsonPlace.ROOT.member("replacement");
        if (original instanceof Entry) {
            return entry(at, node, kind -> true);
        }
        if (records.values().object(at, node) == null) {
            return null;
        }
        EventShape of = EventShape.of(original);
        List<EventShape> siblings =
                Doors.ofCommand(of.name().door()).stream()
                        .filter(shape -> !holdsAnother(shape))
                        .toList();
        EventShape shape = Doors.chosen(at, node, siblings, faults);
        return (Event) records.whole(at, node, layout(shape, true));
    }

    private static boolean holdsAnother(EventShape shape) {
        return shape.members().members().stream()
                .anyMatch(member -> member.form() instanceof EventForm);
    }

    @Nullable Object record(JsonNode tree, RecordShape shape) {
        return records.whole(JsonPlace.ROOT, tree, new Layout(shape, List.of(), Set.of(), true));
    }

    private static Layout layout(EventShape shape, boolean outermost) {
        return new Layout(shape.members(), shape.constants(), Set.of(), outermost);
    }
}
