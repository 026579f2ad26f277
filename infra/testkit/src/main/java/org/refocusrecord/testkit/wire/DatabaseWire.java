package org.refocusrecord.testkit.wire;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Between a node and its PostgreSQL. It reads along, so that an append can be stopped that carries
 * a certain command, at a certain point of its way there or of the answer's way back.
 */
public final class DatabaseWire extends Relay {

    private final AtomicReference<@Nullable Armed> armed = new AtomicReference<>();
    private final AtomicReference<@Nullable Watched> watched = new AtomicReference<>();

    /** What is waited for. */
    record Armed(Place place, UUID command, Stop stop, Runnable beforeTheAnswer) {}

    /** What went with the first of these commands, and by which line. */
    private record Watched(List<UUID> commands, int found, @Nullable Line line) {}

    /** Where an append can be held. */
    public enum Place {
        /** The node has sent it, and no byte of it has reached the database. */
        NOTHING_SENT,
        /** Half of it has reached the database; of an append in parts, half of its beginning. */
        HALF_SENT,
        /** Of an append in parts: half of its events have reached the database. */
        EVENTS_HALF_SENT,
        /** Of an append in parts: the database has all of it but that it is to be committed. */
        END_NOT_SENT,
        /** The database has committed it, and no byte of its answer has reached the node. */
        COMMITTED,
        /** Half of the answer has reached the node. */
        HALF_ANSWERED,
        /** All of the answer has reached the node, by its socket at least. */
        ANSWERED;

        boolean isOfTheBeginning() {
            return this == NOTHING_SENT || this == HALF_SENT;
        }
    }

    /** In front of a PostgreSQL on this port. */
    public DatabaseWire(int database) throws IOException {
        super(database);
        open();
    }

    /** The append of this command is held when it comes there. */
    public Stop stopAt(Place place, UUID command) {
        return stopAt(place, command, () -> {});
    }

    /** The same, with something that is done before the first byte of the answer goes on. */
    public Stop stopAt(Place place, UUID command, Runnable beforeTheAnswer) {
        Stop stop = new Stop();
        armed.set(new Armed(place, command, stop, beforeTheAnswer));
        return stop;
    }

    /** From now on it is counted how many of these go together with the first of them. */
    public void watch(List<UUID> commands) {
        watched.set(new Watched(List.copyOf(commands), 0, null));
    }

    /** How many of those that are watched went in the last append that had the first of them. */
    public int wentTogether() {
        Watched watching = watched.get();
        return watching == null ? 0 : watching.found();
    }

    /** Cuts the line by which the first of them went. */
    public void cutTheirs() {
        Watched watching = watched.get();
        if (watching != null && watching.line() != null) {
            watching.line().cut();
        }
    }

    /** Whether this process of the database works for somebody who came by here. */
    public boolean leadsTo(long process) {
        return hasLine(line -> line.backend() == process);
    }

    @Override
    Talk talkOver(Line line) {
        return new DatabaseTalk(line, this);
    }

    /** An append is about to be handed on; what is to happen to it, if anything. */
    @Nullable Armed passing(List<byte[]> messages, Line line) {
        Watched watching = watched.get();
        if (watching != null && carries(messages, watching.commands().getFirst())) {
            List<UUID> found = new ArrayList<>(watching.commands());
            found.removeIf(command -> !carries(messages, command));
            watched.set(new Watched(watching.commands(), found.size(), line));
        }
        Armed set = armed.get();
        return set != null && carries(messages, set.command()) && armed.compareAndSet(set, null)
                ? set
                : null;
    }

    private static boolean carries(List<byte[]> messages, UUID command) {
        return messages.stream().anyMatch(message -> Messages.holds(message, command));
    }
}
