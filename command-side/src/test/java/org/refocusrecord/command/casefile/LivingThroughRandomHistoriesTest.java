package org.refocusrecord.command.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.refocusrecord.command.Bearing.Named;
import org.refocusrecord.command.Decision;
import org.refocusrecord.command.example.CaseExample;
import org.refocusrecord.command.example.Telling;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

class LivingThroughRandomHistoriesTest {

    private static final int HISTORIES = 120;
    private static final int COMMANDS = 60;

    @Test
    void leaves_nothing_without_what_it_rests_on() {
        int accepted = 0;
        int corrections = 0;
        for (long seed = 0; seed < HISTORIES; seed++) {
            CaseExample example = CaseExample.record();
            RandomCase random = new RandomCase(seed);
            for (int index = 0; index < COMMANDS; index++) {
                Telling telling = random.next(example.state());
                CaseCommand command = telling.command(telling.posting());
                if (CaseRecord.decide(example.state(), command) instanceof Decision.Accepted) {
                    example.given(telling);
                    accepted++;
                    standsFirm(example.state(), "seed " + seed + ", command " + index);
                }
            }
            corrections += example.state().mended().byId().size();
            isTheSameWhenLoadedAgain(example);
        }
        // The lot must have tried something.
        assertThat(accepted).isGreaterThan(HISTORIES * 20);
        assertThat(corrections).isGreaterThan(HISTORIES * 8);
    }

    private static void standsFirm(CaseState state, String when) {
        isAsAfresh(state, when);
        for (Standing.Live live : state.standing().live().values()) {
            for (Named named : live.reads().bearing().names()) {
                if (named.restsOn()) {
                    rests(state, live, named, when);
                }
            }
        }
        for (Item item : state.standing().items().values()) {
            assertThat(item.timesSet()).as(when).isLessThanOrEqualTo(1);
        }
    }

    private static void rests(CaseState state, Standing.Live live, Named named, String when) {
        Item item = state.standing().items().get(named.id());
        assertThat(item).as(when + ": " + live.fact().id() + " rests on " + named).isNotNull();
        if (item == null || live.place() == null) {
            return;
        }
        Instant place = live.place();
        boolean here = named.mayFollow() && item.isBroughtInSession(live.fact().session());
        assertThat(named.kinds().stream().anyMatch(item::isOf)).as(when).isTrue();
        assertThat(here || !item.earliest().isAfter(place, live.fact().sequence()))
                .as(when + ": " + live.fact().id() + " comes before " + named)
                .isTrue();
    }

    private static void isAsAfresh(CaseState state, String when) {
        Afresh afresh = new Afresh(state);
        Map<UUID, Afresh.Stands> live =
                state.standing().live().entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        e ->
                                                new Afresh.Stands(
                                                        e.getValue().reads(),
                                                        e.getValue().place())));
        Map<UUID, Set<UUID>> bringers =
                state.standing().items().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, e -> entries(e.getValue())));
        assertThat(live).as(when).isEqualTo(afresh.live);
        assertThat(bringers).as(when).isEqualTo(afresh.bringers);
        state.standing().items().values().forEach(item -> standsWithItsBringers(state, item));
    }

    private static void standsWithItsBringers(CaseState state, Item item) {
        for (Item.Bringer bringer : item.bringers()) {
            Standing.Live live = state.standing().live().get(bringer.entry());
            assertThat(live).extracting(Standing.Live::place).isEqualTo(bringer.place());
        }
    }

    private static Set<UUID> entries(Item item) {
        return item.bringers().stream().map(Item.Bringer::entry).collect(Collectors.toSet());
    }

    private static void isTheSameWhenLoadedAgain(CaseExample example) {
        CaseState again = CaseState.EMPTY;
        for (Recorded recorded : example.history()) {
            again = CaseRecord.evolve(again, recorded);
        }
        assertThat(again).isEqualTo(example.state());
    }
}
