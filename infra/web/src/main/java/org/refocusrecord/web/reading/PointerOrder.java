package org.refocusrecord.web.reading;

import org.refocusrecord.web.problem.Fault;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts faults into document order: as what they point at stands in the document. A whole comes
 * before its parts; what an object lacks comes after what it has, in the order given.
 */
public final class PointerOrder {

    private final JsonNode tree;
    private final IdentityHashMap<JsonNode, Map<String, Integer>> ordinals =
            new IdentityHashMap<>();

    private PointerOrder(JsonNode tree) {
        this.tree = tree;
    }

    /** The faults in the order of this document. */
    public static List<Fault> sorted(JsonNode tree, List<Fault> faults) {
        if (faults.size() < 2) {
            return List.copyOf(faults);
        }
        PointerOrder order = new PointerOrder(tree);
        return faults.stream()
                .map(fault -> new Placed(order.place(fault.pointer()), fault))
                .sorted(Comparator.comparing(Placed::place, PointerOrder::compare))
                .map(Placed::fault)
                .toList();
    }

    private record Placed(List<Integer> place, Fault fault) {}

    private static int compare(List<Integer> one, List<Integer> other) {
        for (int step = 0; step < Math.min(one.size(), other.size()); step++) {
            int compared = one.get(step).compareTo(other.get(step));
            if (compared != 0) {
                return compared;
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    private List<Integer> place(String pointer) {
        List<Integer> place = new ArrayList<>();
        JsonNode node = tree;
        for (String token : pointer.isEmpty() ? List.<String>of() : tokens(pointer)) {
            int ordinal = node == null ? 0 : ordinal(node, token);
            place.add(ordinal);
            node = node == null ? null : child(node, token, ordinal);
        }
        return place;
    }

    private static List<String> tokens(String pointer) {
        return Arrays.stream(pointer.substring(1).split("/", -1))
                .map(token -> token.replace("~1", "/").replace("~0", "~"))
                .toList();
    }

    private int ordinal(JsonNode node, String token) {
        if (node.isArray()) {
            return token.matches("\\d{1,7}") ? Integer.parseInt(token) : Integer.MAX_VALUE;
        }
        return ordinals.computeIfAbsent(node, PointerOrder::ordinalsOf)
                .getOrDefault(token, Integer.MAX_VALUE);
    }

    private static Map<String, Integer> ordinalsOf(JsonNode object) {
        Map<String, Integer> ordinals = new HashMap<>();
        for (String name : object.propertyNames()) {
            ordinals.put(name, ordinals.size());
        }
        return ordinals;
    }

    private static JsonNode child(JsonNode node, String token, int ordinal) {
        return node.isArray() ? node.path(ordinal) : node.path(token);
    }
}
