package org.refocusrecord.query.projection;

import org.refocusrecord.eventlog.Logged;
import org.refocusrecord.eventlog.RecordedEvent;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

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
