package org.refocusrecord.command.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.refocusrecord.command.example.Cast.LONDON;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.command.Decided;
import org.refocusrecord.command.Decision;
import org.refocusrecord.command.Decision.Accepted;
import org.refocusrecord.command.Decision.Refused;
import org.refocusrecord.command.casefile.CaseCommand;
import org.refocusrecord.command.casefile.CaseRecord;
import org.refocusrecord.command.casefile.CaseState;
import org.refocusrecord.command.casefile.Recorded;
import org.refocusrecord.command.casefile.Standing;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.Id;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.casefile.CaseEvent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A case, told by example: given what is recorded, when something is told, expect what comes of it.
 * What the rules decide is decided by Axon's skin too, and must be the same.
 */
public final class CaseExample {

    private final List<Recorded> history = new ArrayList<>();
    private CaseState state = CaseState.EMPTY;

    private CaseExample() {}

    /** Nothing is recorded yet. */
    public static CaseExample nothing() {
        return new CaseExample();
    }

    /** The case is opened. */
    public static CaseExample record() {
        return nothing().given(Facts.told(Facts.opened()));
    }

    /** All of these are recorded, one after the other. */
    public CaseExample given(Telling... tellings) {
        for (Telling telling : tellings) {
            CaseCommand command = telling.command(telling.posting());
            switch (CaseRecord.decide(state, command)) {
                case Accepted(List<Decided> events) -> events.forEach(e -> record(e, command));
                case Refused(var refusals) -> throw new AssertionError("refused: " + refusals);
            }
        }
        return this;
    }

    /** This was recorded once, though nobody can tell it so any more. */
    public CaseExample givenOfOld(CaseEvent fact, Person recordedBy) {
        Telling telling = Facts.told(fact);
        record(new Decided(fact, null, recordedBy), telling.command(telling.posting()));
        return this;
    }

    private void record(Decided decided, CaseCommand command) {
        Recorded recorded =
                new Recorded(
                        (CaseEvent) decided.event(),
                        Cast.event(history.size()),
                        history.size(),
                        decided.occurredAt(),
                        command.commandId(),
                        command.posting().postedBy(),
                        decided.recordedBy(),
                        LONDON);
        history.add(recorded);
        state = CaseRecord.evolve(state, recorded);
    }

    /** Something is told. */
    public Outcome when(Telling telling) {
        CaseCommand command = telling.command(telling.posting());
        Decision decision = CaseRecord.decide(state, command);
        AxonSkin.decidesLikewise(history, command, decision);
        return new Outcome(decision);
    }

    /** How it stands. */
    public CaseState state() {
        return state;
    }

    /** Where something stands on the line; null where it does not. */
    public @Nullable Instant placeOf(Id id) {
        Standing.Live live = state.standing().live().get(id.value());
        return live == null ? null : live.place();
    }

    /** What is recorded. */
    public List<Recorded> history() {
        return history;
    }

    /** What comes of something that is told. */
    public record Outcome(Decision decision) {

        /** The events. */
        public List<CaseEvent> events() {
            return switch (decision) {
                case Accepted(List<Decided> events) ->
                        events.stream().map(decided -> (CaseEvent) decided.event()).toList();
                case Refused(var refusals) -> throw new AssertionError("refused: " + refusals);
            };
        }

        /** The last event, of a class. */
        public <E extends Event> E last(Class<E> type) {
            return switch (decision) {
                case Accepted(List<Decided> events) -> type.cast(events.getLast().event());
                case Refused(var refusals) -> throw new AssertionError("refused: " + refusals);
            };
        }

        /** It is recorded. */
        public void expectRecorded() {
            assertThat(decision).isInstanceOf(Accepted.class);
        }

        /** It is recorded, and the events after the header are these. */
        public void expectEntries(CaseEvent... entries) {
            assertThat(events().subList(1, events().size())).containsExactly(entries);
        }

        /** It is refused for one reason. */
        public void expectRefused(String pointer, String code) {
            expectRefusedFor(pointer + " " + code);
        }

        /** It is refused for these reasons, each a pointer and a code. */
        public void expectRefusedFor(String... reasons) {
            List<String> found =
                    switch (decision) {
                        case Accepted _ -> List.of();
                        case Refused(var refusals) ->
                                refusals.stream().map(r -> r.pointer() + " " + r.code()).toList();
                    };
            assertThat(found).containsExactlyInAnyOrderElementsOf(Arrays.asList(reasons));
        }
    }
}
