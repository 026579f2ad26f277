package org.refocusrecord.command.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.refocusrecord.command.example.But.but;
import static org.refocusrecord.command.example.Cast.LONDON;
import static org.refocusrecord.command.example.Cast.THEN;
import static org.refocusrecord.command.example.Cast.WORKER;
import static org.refocusrecord.command.example.Cast.event;
import static org.refocusrecord.command.example.Facts.any;
import static org.refocusrecord.command.example.Facts.command;
import static org.refocusrecord.command.example.Facts.opened;
import static org.refocusrecord.command.example.Goals.entry;
import static org.refocusrecord.command.example.Meeting.session;
import static org.refocusrecord.command.example.Practices.valueTold;
import static org.refocusrecord.command.example.Sayings.said;

import org.junit.jupiter.api.Test;
import org.refocusrecord.command.example.Cast;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.casefile.CaseEvent;
import org.refocusrecord.events.correction.EntryMarkedInError;
import org.refocusrecord.events.session.SessionHeld;
import org.refocusrecord.events.workingpractice.ValueTold;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A correction settles what it concerns, and lets all else stand as it stood. */
class LoadingALongHistoryTest {

    private static final int SESSIONS = 2_000;
    private static final int FEW_SESSIONS = 50;
    private static final int ENTRIES = 10;

    private final List<Recorded> history = new ArrayList<>();

    private void add(CommandId commandId, CaseEvent event) {
        history.add(
                new Recorded(
                        event,
                        event(history.size()),
                        history.size(),
                        THEN,
                        commandId,
                        "system",
                        WORKER,
                        LONDON));
    }

    private void tell(int number) {
        SessionHeld header =
                but(session("s" + number, valueTold("any")).header(), "recordedBy", WORKER);
        add(header.sessionId(), header);
        for (int index = 0; index < ENTRIES; index++) {
            String name = number + "." + index;
            ValueTold told = but(valueTold(name), "statement", said(name, WORKER));
            add(header.sessionId(), told);
        }
        for (int index = 0; index < 2; index++) {
            CommandId slip = command("slip " + number + "." + index);
            add(
                    slip,
                    new EntryMarkedInError(
                            slip,
                            Cast.CASE,
                            any(entry("told " + number + "." + index)),
                            null,
                            said("slip", WORKER),
                            null,
                            WORKER));
        }
    }

    private void tellAll(int sessions) {
        add(command("opening"), opened());
        for (int number = 0; number < sessions; number++) {
            tell(number);
        }
    }

    /** Else loading took with each correction as long again as all that was recorded before it. */
    @Test
    void whatever_is_recorded_nothing_is_made_anew_that_it_does_not_concern() {
        tellAll(FEW_SESSIONS);

        CaseState before = CaseState.EMPTY;
        for (Recorded recorded : history) {
            CaseState after = CaseRecord.evolve(before, recorded);
            boolean isSlip = recorded.event() instanceof EntryMarkedInError;
            assertThat(anew(before.standing().live(), after.standing().live()))
                    .isEqualTo(isSlip ? 1 : 0);
            assertThat(anew(before.standing().items(), after.standing().items()))
                    .isEqualTo(isSlip ? 1 : 0);
            before = after;
        }
    }

    /** How many of them are another object since, or none. */
    @SuppressWarnings(
            "ReferenceEquality") // What is equal and was made again is what is looked for.
    private static long anew(Map<UUID, ?> before, Map<UUID, ?> after) {
        return before.entrySet().stream()
                .filter(was -> after.get(was.getKey()) != was.getValue())
                .count();
    }

    @Test
    void in_the_end_of_twenty_thousand_entries_those_stand_that_were_no_slip() {
        tellAll(SESSIONS);

        CaseState state = CaseState.EMPTY;
        for (Recorded recorded : history) {
            state = CaseRecord.evolve(state, recorded);
        }

        assertThat(state.version()).isEqualTo(1 + SESSIONS * (ENTRIES + 3L));
        assertThat(state.standing().items()).hasSize(SESSIONS * (ENTRIES - 2));
    }
}
