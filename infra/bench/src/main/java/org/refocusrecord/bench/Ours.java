package org.refocusrecord.bench;

import org.refocusrecord.command.CommandRefused;
import org.refocusrecord.command.casefile.CaseCommand;
import org.refocusrecord.command.casefile.CaseCommand.RecordSession;
import org.refocusrecord.command.door.Asked;
import org.refocusrecord.command.door.DispatchDoor;
import org.refocusrecord.command.door.DispatchDoor.Outcome;
import org.refocusrecord.command.door.StateDoor;
import org.refocusrecord.events.CaseId;

import java.util.List;

/**
 * Through the command bus of the running server, each command with its receipt: what the HTTP doors
 * call too.
 */
final class Ours {

    private final DispatchDoor door;
    private final StateDoor states;
    private final Story story;

    Ours(Product product, Story story) {
        this.door = product.part(DispatchDoor.class);
        this.states = product.part(StateDoor.class);
        this.story = story;
    }

    /** Records a command now; throws where that is not what happened. */
    void record(CaseCommand command) {
        Outcome outcome = dispatched(command);
        if (!(outcome instanceof Outcome.RecordedNow)) {
            throw new IllegalStateException("recorded before: " + command.commandId());
        }
    }

    private Outcome dispatched(CaseCommand command) {
        try {
            return door.dispatch(Asked.of(command), loading -> states.scoped(command, loading));
        } catch (CommandRefused refused) {
            throw new IllegalStateException(refused.refusals().toString(), refused);
        }
    }

    Contestant creating() {
        return Contestant.of(Names.BUS, (_, _) -> _ -> record(story.opening(story.newCase())));
    }

    /** One event more to each of some streams that have twenty, all of them in the cache. */
    Contestant appending() {
        return Contestant.of(
                Names.BUS,
                (callers, operations) -> {
                    Turns<CaseId> turns =
                            Turns.of(
                                    Begun.streams(
                                            callers, operations, story::newCase, this::twenty),
                                    callers);
                    return caller -> record(story.crisisPlan(turns.next(caller)));
                });
    }

    /** Sessions of one and three events with three texts, five to a case. */
    Contestant meeting() {
        return Contestant.of(
                Names.BUS,
                (callers, operations) -> {
                    Turns<CaseId> turns = Turns.of(opened(callers, operations), callers);
                    return caller -> record(story.session(turns.next(caller)));
                });
    }

    /** Cases that were just opened. */
    List<CaseId> opened(int callers, int operations) throws Exception {
        return Begun.streams(callers, operations, story::newCase, this::open);
    }

    private void open(CaseId caseId) {
        record(story.opening(caseId));
    }

    /**
     * Twenty events: an opening, four sessions, and one that says what was done since the first.
     */
    void telling(CaseId caseId) {
        open(caseId);
        RecordSession first = story.session(caseId);
        record(first);
        for (int meeting = 1; meeting < 4; meeting++) {
            record(story.session(caseId));
        }
        record(story.stepsDone(caseId, first));
    }

    /** Twenty events, none of the last with a text. */
    private void twenty(CaseId caseId) {
        open(caseId);
        for (int meeting = 0; meeting < 4; meeting++) {
            record(story.session(caseId));
        }
        for (int noted = 0; noted < 3; noted++) {
            record(story.crisisPlan(caseId));
        }
    }
}
