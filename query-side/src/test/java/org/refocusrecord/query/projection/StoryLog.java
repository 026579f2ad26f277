package org.refocusrecord.query.projection;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** A log that is told by hand: what is recorded, when, in which stream. */
public final class StoryLog implements EventFeed {

    public static final ZoneId LONDON = ZoneId.of("Europe/London");
    public static final Person ADMIN = new Person(Party.OTHER, "registry");

    private final List<RecordedEvent> events = new ArrayList<>();
    private final Map<String, List<RecordedEvent>> streams = new HashMap<>();
    private Instant now = Instant.parse("2010-01-01T09:00:00Z");
    private int commands;

    /** What follows is recorded at this moment. */
    public StoryLog recordedAt(String instant) {
        now = Instant.parse(instant);
        return this;
    }

    public Instant now() {
        return now;
    }

    public CommandId nextCommand() {
        commands++;
        return new CommandId(new UUID(6, commands));
    }

    /** Records what happened on a day, or, without one, now. */
    public synchronized RecordedEvent record(
            String stream, CommandId command, Event event, @Nullable LocalDate on) {
        Instant place = on == null ? now : on.atStartOfDay(LONDON).toInstant();
        return record(stream, command, event, place, ADMIN);
    }

    public synchronized RecordedEvent record(
            String stream, CommandId command, Event event, Instant place, Person recorder) {
        // Record time is never twice the same, as in the log itself.
        now = now.plus(Duration.ofMillis(1));
        RecordedEvent recorded =
                new RecordedEvent(
                        new EventId(new UUID(7, events.size())),
                        stream,
                        streams.getOrDefault(stream, List.of()).size(),
                        events.size() + 1L,
                        place,
                        now,
                        "account",
                        recorder,
                        command,
                        event);
        events.add(recorded);
        streams.computeIfAbsent(stream, _ -> new ArrayList<>()).add(recorded);
        return recorded;
    }

    @Override
    public Pages pages(long afterPosition, int limit) {
        return new CutPages(afterPosition, after -> page(after, limit));
    }

    @Override
    public Pages streams(String afterStream, long toPosition, int limit) {
        String[] last = {afterStream};
        return new CutPages(
                0,
                _ -> {
                    List<RecordedEvent> next = streamsAfter(last[0], toPosition, limit);
                    last[0] = next.isEmpty() ? last[0] : next.getLast().stream();
                    return next;
                });
    }

    private synchronized List<RecordedEvent> streamsAfter(String after, long to, int limit) {
        List<RecordedEvent> next = new ArrayList<>();
        for (String stream : new TreeSet<>(streams.keySet()).tailSet(after, false)) {
            if (next.size() < limit) {
                streams.getOrDefault(stream, List.of()).stream()
                        .filter(event -> event.position() <= to)
                        .forEach(next::add);
            }
        }
        return next;
    }

    /** Events after a position. */
    public synchronized List<RecordedEvent> page(long afterPosition, int limit) {
        int from = Math.toIntExact(afterPosition);
        return List.copyOf(events.subList(from, Math.min(events.size() - from, limit) + from));
    }

    @Override
    public synchronized List<RecordedEvent> stream(String stream) {
        return List.copyOf(streams.getOrDefault(stream, List.of()));
    }

    @Override
    public List<RecordedEvent> logged(String stream) {
        return stream(stream);
    }

    @Override
    public synchronized Head head() {
        return events.isEmpty()
                ? new Head(0, null)
                : new Head(events.getLast().position(), events.getLast().recordedAt());
    }

    @Override
    public Set<Long> missing(Collection<Long> positions) {
        return Set.of();
    }

    @Override
    public synchronized OptionalLong knownAt(Instant moment) {
        return OptionalLong.of(
                events.stream().filter(event -> !event.recordedAt().isAfter(moment)).count());
    }

    @Override
    public void awaitBeyond(long position, Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        while (head().position() <= position && System.nanoTime() < end) {
            Thread.sleep(1);
        }
    }
}
