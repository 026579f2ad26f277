package org.refocusrecord.command.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;
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

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What would take minutes if each correction made everything anew. */
class LoadingALongHistoryTest {

    private static final int SESSIONS = 2_000;
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

    @Test
    void takes_no_time_to_speak_of() {
        add(command("opening"), opened());
        for (int number = 0; number < SESSIONS; number++) {
            tell(number);
        }

        CaseState state =
                assertTimeout(
                        Duration.ofSeconds(20),
                        () -> {
                            CaseState loaded = CaseState.EMPTY;
                            for (Recorded recorded : history) {
                                loaded = CaseRecord.evolve(loaded, recorded);
                            }
                            return loaded;
                        });

        assertThat(state.version()).isEqualTo(1 + SESSIONS * (ENTRIES + 3L));
        assertThat(state.standing().items()).hasSize(SESSIONS * (ENTRIES - 2));
    }
}
