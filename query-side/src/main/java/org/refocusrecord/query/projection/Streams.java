package org.refocusrecord.query.projection;

import org.refocusrecord.eventlog.LogBroken;
import org.refocusrecord.eventlog.Logged;
import org.refocusrecord.eventlog.RecordedEvent;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/**
 * Whole streams, as far as a page has come. Those met lately are kept, so that following the log
 * does not mean to read each stream anew with every event of it.
 */
final class Streams {

    private final EventFeed feed;
    private final int most;
    private final SequencedMap<String, List<RecordedEvent>> kept =
            new LinkedHashMap<>(16, 0.75f, true);
    private int events;

    Streams(EventFeed feed, int most) {
        this.feed = feed;
        this.most = most;
    }

    /** Of one stream that was read, whole: it is not read again. */
    static Streams knowing(EventFeed feed, String stream, List<? extends Logged> events) {
        Streams streams = new Streams(feed, Integer.MAX_VALUE);
        streams.kept.put(stream, readable(events));
        return streams;
    }

    /**
     * Of whole streams one after the other, each from its beginning, or as much of it as stands
     * before the first event that is missing.
     */
    static Streams whole(EventFeed feed, List<? extends Logged> events) {
        Streams streams = new Streams(feed, Integer.MAX_VALUE);
        events.stream()
                .collect(Collectors.groupingBy(Logged::stream, Collectors.toList()))
                .forEach((stream, own) -> streams.kept.put(stream, readable(beforeAHole(own))));
        return streams;
    }

    private static List<? extends Logged> beforeAHole(List<? extends Logged> own) {
        int whole = 0;
        while (whole < own.size() && own.get(whole).sequence() == whole) {
            whole++;
        }
        return own.subList(0, whole);
    }

    /**
     * The streams of a page, held for it whatever else is met: nothing need be read while it is
     * written. One that lacks an event is asked for again then, and parked.
     */
    Streams held(Collection<RecordedEvent> page) {
        met(page);
        Map<String, RecordedEvent> last = new LinkedHashMap<>();
        page.forEach(event -> last.put(event.stream(), event));
        Streams held = new Streams(feed, Integer.MAX_VALUE);
        for (RecordedEvent event : last.values()) {
            try {
                held.kept.put(event.stream(), upTo(event));
            } catch (LogBroken lacking) {
                held.kept.remove(event.stream());
            }
        }
        return held;
    }

    /** Takes note of a page, before streams are asked for. */
    void met(Collection<RecordedEvent> page) {
        for (RecordedEvent event : page) {
            List<RecordedEvent> stream =
                    event.sequence() == 0
                            ? kept.computeIfAbsent(event.stream(), _ -> new ArrayList<>())
                            : kept.get(event.stream());
            if (stream != null && stream.size() == event.sequence()) {
                stream.add(event);
                events++;
            }
        }
        forget();
    }

    /** A stream up to one event of it, and with it. */
    List<RecordedEvent> upTo(RecordedEvent last) {
        List<RecordedEvent> stream = kept.get(last.stream());
        if (stream == null || stream.size() <= last.sequence()) {
            stream = readable(feed.logged(last.stream()));
            List<RecordedEvent> before = kept.put(last.stream(), stream);
            events += stream.size() - (before == null ? 0 : before.size());
            forget();
        }
        return List.copyOf(stream.subList(0, Math.toIntExact(last.sequence() + 1)));
    }

    /** What stands before the first event that cannot be read; what follows it is parked. */
    private static List<RecordedEvent> readable(List<? extends Logged> stream) {
        List<RecordedEvent> readable = new ArrayList<>();
        for (Logged logged : stream) {
            if (!(logged instanceof RecordedEvent event)) {
                return readable;
            }
            readable.add(event);
        }
        return readable;
    }

    private void forget() {
        while (events > most && kept.size() > 1) {
            Map.Entry<String, List<RecordedEvent>> oldest = kept.pollFirstEntry();
            events -= oldest == null ? 0 : oldest.getValue().size();
        }
    }
}
