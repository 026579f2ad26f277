package org.refocusrecord.eventlog.json;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.shape.EventShape;
import org.refocusrecord.events.shape.Vocabulary;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * The ways from earlier revisions of events to the present ones, each as many steps long as the
 * event was changed. Every way is looked at before anything is read: one that leads nowhere is a
 * mistake of ours, and is found at the start.
 */
public final class Upcasters {

    /** None: every event is of its present revision. */
    public static final Upcasters NONE = new Upcasters(List.of());

    private static final Upcasters INSTALLED =
            new Upcasters(
                    ServiceLoader.load(Upcaster.class, Upcasters.class.getClassLoader()).stream()
                            .map(ServiceLoader.Provider::get)
                            .toList());

    private final Map<Form, Upcaster> steps = new HashMap<>();
    private final Map<Form, Way> ways = new HashMap<>();

    private record Form(String stream, String name, int revision) {}

    /** A way from an earlier revision of an event. */
    record Way(List<Upcaster> steps, EventShape present) {

        /** The payload in its present revision, in canonical form. */
        byte[] present(byte[] payload, String name) {
            if (!(CanonicalJson.tree(payload) instanceof ObjectNode tree)) {
                throw new PayloadUnreadable(name, "not an object");
            }
            ObjectNode upcast = tree;
            for (Upcaster step : steps) {
                upcast = step.upcast(upcast);
            }
            return CanonicalJson.of(upcast);
        }
    }

    /**
     * These.
     *
     * @throws IllegalArgumentException where two read the same, where one reads what is still
     *     written, or where a way does not end at a present event
     */
    public Upcasters(List<Upcaster> upcasters) {
        for (Upcaster upcaster : upcasters) {
            Form form = new Form(upcaster.stream(), upcaster.name(), upcaster.revision());
            if (steps.put(form, upcaster) != null) {
                throw new IllegalArgumentException("two upcasters read " + form);
            }
            if (present(form) != null) {
                throw new IllegalArgumentException("an upcaster reads what is written: " + form);
            }
        }
        steps.keySet().forEach(form -> ways.put(form, way(form)));
    }

    /** Those that the program has. */
    public static Upcasters installed() {
        return INSTALLED;
    }

    private Way way(Form first) {
        List<Upcaster> way = new ArrayList<>();
        Form form = first;
        for (Upcaster step = steps.get(form); step != null; step = steps.get(form)) {
            way.add(step);
            form = new Form(first.stream(), step.newName(), step.newRevision());
            if (way.size() > steps.size()) {
                throw new IllegalArgumentException("upcasters go round from " + first);
            }
        }
        EventShape present = present(form);
        if (present == null) {
            throw new IllegalArgumentException("upcasters lead from " + first + " to " + form);
        }
        return new Way(List.copyOf(way), present);
    }

    private static @Nullable EventShape present(Form form) {
        EventShape shape = Vocabulary.ofStream(form.stream() + "/").named(form.name());
        return shape != null && shape.name().revision() == form.revision() ? shape : null;
    }

    /**
     * How the events of a kind of stream are read: every present revision, and every step from an
     * earlier one. Whatever was made of events that were read otherwise may be otherwise too.
     */
    public String told(Vocabulary vocabulary) {
        Stream<String> present =
                vocabulary.events().stream()
                        .map(event -> event.name().name() + " " + event.name().revision());
        Stream<String> upcast =
                steps.entrySet().stream()
                        .filter(step -> step.getKey().stream().equals(vocabulary.stream()))
                        .map(step -> step.getKey() + " by " + step.getValue().getClass().getName());
        return Stream.concat(present, upcast).sorted().toList().toString();
    }

    /** Whether any reads events of this kind of stream. */
    boolean areFor(Vocabulary vocabulary) {
        return steps.keySet().stream().anyMatch(form -> form.stream().equals(vocabulary.stream()));
    }

    /** The way from what is stored; null where there is none. */
    @Nullable Way from(Vocabulary vocabulary, String name, int revision) {
        return ways.get(new Form(vocabulary.stream(), name, revision));
    }
}
