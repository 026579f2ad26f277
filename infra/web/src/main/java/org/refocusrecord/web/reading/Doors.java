package org.refocusrecord.web.reading;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.session.Entry;
import org.refocusrecord.events.shape.EventShape;
import org.refocusrecord.events.shape.EventShape.Constant;
import org.refocusrecord.events.shape.Vocabulary;
import org.refocusrecord.web.json.JsonPlace;
import org.refocusrecord.web.problem.ProblemCode;

import tools.jackson.databind.JsonNode;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Finds what comes by a door: one event, or one of several that a fixed member tells apart. */
final class Doors {

    private Doors() {}

    static List<EventShape> ofCommand(String door) {
        List<EventShape> found =
                Stream.of(Vocabulary.CASE, Vocabulary.TEAM, Vocabulary.STUDY)
                        .flatMap(vocabulary -> vocabulary.behind(door).stream())
                        .filter(shape -> !isEntry(shape))
                        .toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException("no such command: " + door);
        }
        return found;
    }

    static List<EventShape> ofEntry(String kind) {
        return Vocabulary.CASE.behind(kind).stream().filter(Doors::isEntry).toList();
    }

    private static boolean isEntry(EventShape shape) {
        return Entry.class.isAssignableFrom(shape.type());
    }

    /**
     * The one that is meant. Where that cannot be told it is the one with the fewest members, so
     * that the rest of the body is checked all the same, and nothing is asked for that may not be
     * meant; the fault is told.
     */
    static EventShape chosen(
            JsonPlace at, JsonNode node, List<EventShape> siblings, Faults faults) {
        String name = deciding(siblings.getFirst());
        if (name == null) {
            return siblings.getFirst();
        }
        JsonNode sent = node.path(name);
        JsonPlace place = at.member(name);
        if (Persons.isAbsent(sent)) {
            faults.add(place, ProblemCode.FIELD_MISSING);
            return fewest(siblings);
        }
        if (!sent.isString()) {
            faults.add(place, ProblemCode.FIELD_WRONG_TYPE, "A string is expected.");
            return fewest(siblings);
        }
        List<String> values = siblings.stream().map(shape -> value(shape, name)).toList();
        int index = values.indexOf(sent.stringValue());
        if (index < 0) {
            faults.add(place, ProblemCode.VALUE_NOT_ALLOWED, "One of " + values + ".");
            return fewest(siblings);
        }
        return siblings.get(index);
    }

    private static EventShape fewest(List<EventShape> siblings) {
        return siblings.stream()
                .min(Comparator.comparingInt(shape -> shape.members().members().size()))
                .orElseThrow();
    }

    private static @Nullable String deciding(EventShape shape) {
        String where = shape.name().where();
        int equals = where.indexOf('=');
        return equals < 0 ? null : where.substring(0, equals);
    }

    private static String value(EventShape shape, String name) {
        return shape.constants().stream()
                .filter(constant -> constant.name().equals(name))
                .map(Constant::value)
                .findFirst()
                .orElseThrow();
    }
}
