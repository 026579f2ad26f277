package org.refocusrecord.command.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.refocusrecord.command.example.Facts.any;
import static org.refocusrecord.command.example.Facts.erased;
import static org.refocusrecord.command.example.Facts.erasureAsked;
import static org.refocusrecord.command.example.Facts.told;

import org.junit.jupiter.api.Test;
import org.refocusrecord.command.Decision;
import org.refocusrecord.command.example.CaseExample;
import org.refocusrecord.command.example.Telling;
import org.refocusrecord.eventlog.Forgetting;
import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.correction.EntryAmended;
import org.refocusrecord.events.session.Entry;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Over random histories: an erasure reaches what a plain look at the stream says it must. */
class ErasingWhateverWasRecordedTest {

    private static final int HISTORIES = 25;
    private static final int COMMANDS = 40;

    @Test
    void reaches_what_it_names_and_no_more() {
        int withAmendments = 0;
        for (long seed = 0; seed < HISTORIES; seed++) {
            List<Recorded> history = history(seed);
            for (Fact fact : state(history).inOrder()) {
                Set<EventId> expected = expected(history, fact.id());
                assertThat(forgotten(seed, fact.id()).events())
                        .as("seed " + seed + ", " + fact.id())
                        .isEqualTo(expected);
                withAmendments += expected.size() > 1 && fact.isEntry() ? 1 : 0;
            }
        }
        assertThat(withAmendments).isGreaterThan(HISTORIES);
    }

    private static CaseExample example(long seed) {
        CaseExample example = CaseExample.record();
        RandomCase random = new RandomCase(seed);
        for (int index = 0; index < COMMANDS; index++) {
            Telling telling = random.next(example.state());
            CaseCommand command = telling.command(telling.posting());
            if (CaseRecord.decide(example.state(), command) instanceof Decision.Accepted) {
                example.given(telling);
            }
        }
        return example;
    }

    private static List<Recorded> history(long seed) {
        return example(seed).history();
    }

    private static CaseState state(List<Recorded> history) {
        CaseState state = CaseState.EMPTY;
        for (Recorded recorded : history) {
            state = CaseRecord.evolve(state, recorded);
        }
        return state;
    }

    private static Forgetting.OfEvents forgotten(long seed, UUID target) {
        CaseExample asked = example(seed).given(told(erasureAsked(any(new AnyId(target)))));
        Telling approval = told(erased());
        Decision decision = CaseRecord.decide(asked.state(), approval.command(approval.posting()));
        return (Forgetting.OfEvents) ((Decision.Accepted) decision).events().getLast().forgetting();
    }

    /** What bears the id or came with it, and all amendments of these. */
    private static Set<EventId> expected(List<Recorded> history, UUID target) {
        Set<UUID> ids = new HashSet<>(Set.of(target));
        history.stream()
                .filter(one -> one.commandId().value().equals(target))
                .forEach(one -> ids.add(idOf(one)));
        return history.stream()
                .filter(one ->
                        ids.contains(idOf(one))
                                || (one.event() instanceof EntryAmended amended
                                        && ids.contains(amended.target().value())))
                .map(Recorded::eventId)
                .collect(Collectors.toSet());
    }

    private static UUID idOf(Recorded recorded) {
        return recorded.event() instanceof Entry entry
                ? entry.entryId().value()
                : recorded.commandId().value();
    }
}
