package org.refocusrecord.query.projection;

import org.refocusrecord.eventlog.Logged;
import org.refocusrecord.eventlog.RecordedEvent;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Events that follow each other in the log, and the streams that they belong to. */
public final class Page {

    private final List<Logged> logged;
    private final List<RecordedEvent> events;
    private final Streams streams;
    private final Side side;
    private final boolean first;

    /** What it changes is written on a side. */
    Page(List<? extends Logged> logged, Streams streams, Side side) {
        this(logged, streams, side, false);
    }

    private Page(List<? extends Logged> logged, Streams streams, Side side, boolean first) {
        this.logged = List.copyOf(logged);
        this.events =
                logged.stream()
                        .filter(RecordedEvent.class::isInstance)
                        .map(RecordedEvent.class::cast)
                        .toList();
        this.streams = streams;
        this.side = side;
        this.first = first;
    }

    /** Whole streams, of which that side has no row yet. */
    static Page first(List<? extends Logged> logged, Streams streams, Side side) {
        return new Page(logged, streams, side, true);
    }

    /** Whether no stream of it has a row on its side. */
    boolean isFirst() {
        return first;
    }

    /** Where what it changes is written. */
    Side side() {
        return side;
    }

    /** The events that can be read, in the order of the log. */
    public List<RecordedEvent> events() {
        return events;
    }

    /** All that stands there. */
    List<Logged> logged() {
        return logged;
    }

    /** The streams of one kind that have events in this page, each as it stands after the page. */
    public Collection<List<RecordedEvent>> streams(String kind) {
        Map<String, RecordedEvent> last = new LinkedHashMap<>();
        for (RecordedEvent event : events) {
            if (event.stream().startsWith(kind)) {
                last.put(event.stream(), event);
            }
        }
        List<List<RecordedEvent>> whole = new ArrayList<>();
        last.values().forEach(event -> whole.add(streams.upTo(event)));
        return whole;
    }

    int size() {
        return logged.size();
    }

    /** Of a stream there may be an event in several parts. */
    Page part(int from, int to) {
        return new Page(logged.subList(from, to), streams, side);
    }

    Page of(List<Logged> some) {
        return new Page(some, streams, side, first);
    }
}
