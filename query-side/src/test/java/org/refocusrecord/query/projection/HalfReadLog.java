package org.refocusrecord.query.projection;

import org.refocusrecord.eventlog.Logged;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.eventlog.Unreadable;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A log of which the present code cannot read some events, as if a later program wrote them. */
final class HalfReadLog extends PassedOn {

    private final Set<Long> unreadable = new HashSet<>();

    HalfReadLog(StoryLog log) {
        super(log);
    }

    void cannotRead(RecordedEvent event) {
        unreadable.add(event.position());
    }

    void canReadAll() {
        unreadable.clear();
    }

    @Override
    public Pages pages(long afterPosition, int limit) {
        Pages whole = super.pages(afterPosition, limit);
        return new CutPages(afterPosition, _ -> asRead(whole.next()));
    }

    @Override
    public Pages streams(String afterStream, long toPosition, int limit) {
        Pages whole = super.streams(afterStream, toPosition, limit);
        return new CutPages(0, _ -> asRead(whole.next()));
    }

    @Override
    public List<RecordedEvent> stream(String stream) {
        return logged(stream).stream().map(RecordedEvent.class::cast).toList();
    }

    @Override
    public List<Logged> logged(String stream) {
        return asRead(super.logged(stream));
    }

    private List<Logged> asRead(List<? extends Logged> all) {
        return all.stream().map(this::asRead).toList();
    }

    private Logged asRead(Logged logged) {
        return logged instanceof RecordedEvent event && unreadable.contains(event.position())
                ? new Unreadable(
                        event.eventId(),
                        event.stream(),
                        event.sequence(),
                        event.position(),
                        "goal.dreamt-of",
                        1,
                        "an unknown name")
                : logged;
    }
}
