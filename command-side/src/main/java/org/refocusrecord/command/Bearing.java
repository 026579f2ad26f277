package org.refocusrecord.command;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Id;
import org.refocusrecord.events.Person;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * How an entry is tied to others: the items that it brings into the case, and those that it names.
 *
 * @param brings what it brings
 * @param names what it names, each with a pointer into the entry
 */
public record Bearing(List<Brought> brings, List<Named> names) {

    /** Neither brings nor names. */
    public static final Bearing NONE = new Bearing(List.of(), List.of());

    /** What a goal or an action may arise from. */
    public static final Set<ItemKind> SOURCES =
            Set.of(
                    ItemKind.VALUE,
                    ItemKind.PREFERENCE,
                    ItemKind.STRENGTH,
                    ItemKind.ASPIRATION,
                    ItemKind.VOICED_GOAL);

    /** How an item may be brought. */
    public enum Manner {
        /** The id must be new. */
        NEW,
        /** The first or a further time: a strength that several people notice. */
        NEW_OR_AGAIN,
        /** A goal, voiced. */
        VOICED,
        /** A goal, set: new, or voiced before; once only. */
        SET
    }

    /**
     * An item that an entry brings.
     *
     * @param pointer where its id stands
     * @param kind what it is
     * @param id its id
     * @param manner how it may be brought
     * @param with the other party of a contract
     */
    public record Brought(
            String pointer, ItemKind kind, UUID id, Manner manner, @Nullable Person with) {}

    /**
     * Something that an entry names.
     *
     * @param pointer where the id stands
     * @param id what is named
     * @param kinds what it may be
     * @param restsOn whether the entry falls with it
     * @param mayFollow whether it may stand further down in the same session
     */
    public record Named(
            String pointer, UUID id, Set<ItemKind> kinds, boolean restsOn, boolean mayFollow) {}

    /** Collects a bearing. */
    public static final class Collecting {
        private final List<Brought> brings = new ArrayList<>();
        private final List<Named> names = new ArrayList<>();

        /** A new item. */
        public Collecting brings(String pointer, ItemKind kind, Id id) {
            return brings(pointer, kind, id, Manner.NEW);
        }

        /** An item, in some manner. */
        public Collecting brings(String pointer, ItemKind kind, Id id, Manner manner) {
            brings.add(new Brought(pointer, kind, id.value(), manner, null));
            return this;
        }

        /** A contract with a worker. */
        public Collecting bringsContract(String pointer, Id id, Person worker) {
            brings.add(new Brought(pointer, ItemKind.CONTRACT, id.value(), Manner.NEW, worker));
            return this;
        }

        /** Something that it rests on. */
        public Collecting names(String pointer, ItemKind kind, @Nullable Id id) {
            if (id != null) {
                names.add(new Named(pointer, id.value(), Set.of(kind), true, false));
            }
            return this;
        }

        /** Something that it is only about. */
        public Collecting isAbout(String pointer, ItemKind kind, @Nullable Id id) {
            if (id != null) {
                names.add(new Named(pointer, id.value(), Set.of(kind), false, false));
            }
            return this;
        }

        /** Goals talked about, which may be set further down. */
        public Collecting talksAbout(String pointer, @Nullable List<? extends Id> goals) {
            for (int i = 0; goals != null && i < goals.size(); i++) {
                names.add(
                        new Named(
                                pointer + "/" + i,
                                goals.get(i).value(),
                                Set.of(ItemKind.GOAL),
                                true,
                                true));
            }
            return this;
        }

        /** What it arises from. */
        public Collecting arisesFrom(@Nullable List<? extends Id> sources) {
            for (int i = 0; sources != null && i < sources.size(); i++) {
                names.add(
                        new Named(
                                "/arisesFrom/" + i, sources.get(i).value(), SOURCES, true, false));
            }
            return this;
        }

        /** The bearing. */
        public Bearing done() {
            return new Bearing(List.copyOf(brings), List.copyOf(names));
        }
    }

    /** Begins a bearing. */
    public static Collecting of() {
        return new Collecting();
    }
}
