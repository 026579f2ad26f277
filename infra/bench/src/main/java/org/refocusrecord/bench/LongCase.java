package org.refocusrecord.bench;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.command.casefile.CaseCommand;
import org.refocusrecord.command.casefile.CaseRecord;
import org.refocusrecord.command.casefile.CaseState;
import org.refocusrecord.command.door.StateDoor;
import org.refocusrecord.eventlog.EventLog;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.eventlog.json.Upcasters;
import org.refocusrecord.events.CaseId;

import java.time.ZoneId;
import java.util.List;

/**
 * Cases of many events: how the state of one is come by where no node keeps it, and what a session
 * more costs where one does.
 */
final class LongCase {

    private static final int GOALS_AT_ONCE = 32;
    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    private final EventLog log;
    private final Ours ours;
    private final Story story;
    private final int size;
    // Keeps nothing.
    private final StateDoor forgetful;
    private @Nullable CaseId loaded;

    /**
     * @param size how many events a case has at least, and three more at most
     */
    LongCase(EventLog log, Ours ours, Story story, int size) {
        this.log = log;
        this.ours = ours;
        this.story = story;
        this.size = size;
        this.forgetful = new StateDoor(log, ZONE, 0, Upcasters.installed(), Runnable::run);
    }

    private CaseId made() {
        CaseId caseId = story.newCase();
        ours.record(story.opening(caseId));
        int left = size - 1;
        while (left > 0) {
            int goals = Math.clamp(Math.ceilDiv(left - 1, 3), 1, GOALS_AT_ONCE);
            ours.record(story.session(caseId, goals));
            left -= 1 + 3 * goals;
        }
        return caseId;
    }

    /** That of the case which is loaded again and again, and never grows. */
    private String stream() {
        CaseId caseId = loaded;
        if (caseId == null) {
            caseId = made();
            loaded = caseId;
        }
        return CaseCommand.streamOf(caseId);
    }

    /** How a state is loaded, in events that are in it. */
    Bout loading() {
        return Bout.whole(
                Names.LOADING,
                Contestant.of(
                        Names.BEGINNING,
                        (_, _) -> {
                            String stream = stream();
                            return new Contestant.Whole(size, () -> folded(stream));
                        }),
                Contestant.of(
                        Names.SNAPSHOT,
                        (_, _) -> {
                            String stream = stream();
                            // Whoever loads it first may have to write the snapshot.
                            forgetful.cases().atHead(stream);
                            return new Contestant.Whole(
                                    size, () -> forgetful.cases().atHead(stream));
                        }));
    }

    private void folded(String stream) {
        CaseState state = CaseState.EMPTY;
        for (RecordedEvent event : log.stream(stream)) {
            state = CaseRecord.evolve(state, StateDoor.recorded(event, ZONE));
        }
        if (state.version() < size) {
            throw new IllegalStateException("only " + state.version());
        }
    }

    /**
     * Sessions of one and three events, one caller, to cases that are kept; the long one is another
     * in each round, else it would be longer each time.
     */
    Bout growing() {
        return new Bout(
                Names.GROWING,
                1,
                List.of(
                        Contestant.of(
                                Names.SHORT,
                                (callers, operations) -> {
                                    Turns<CaseId> turns =
                                            Turns.of(ours.opened(callers, operations), callers);
                                    return caller -> ours.record(story.session(turns.next(caller)));
                                }),
                        Contestant.of(
                                Names.LONG,
                                (_, _) -> {
                                    CaseId caseId = made();
                                    return _ -> ours.record(story.session(caseId));
                                })));
    }
}
