package org.refocusrecord.command.door;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.jspecify.annotations.Nullable;
import org.refocusrecord.command.Ledger;
import org.refocusrecord.command.StreamCommand;
import org.refocusrecord.command.casefile.CaseCommand;
import org.refocusrecord.command.casefile.CaseRecordAggregate;
import org.refocusrecord.command.casefile.CaseState;
import org.refocusrecord.command.study.StudyAggregate;
import org.refocusrecord.command.study.StudyCommand;
import org.refocusrecord.command.study.StudyState;
import org.refocusrecord.command.team.TeamAggregate;
import org.refocusrecord.command.team.TeamCommand;
import org.refocusrecord.command.team.TeamState;
import org.refocusrecord.events.EventId;

/**
 * A command that is in the scope of whoever posts it, and the state on which that was seen. It is
 * decided on that very state, and recorded only if that is still the stream's.
 */
public sealed interface Scoped {

    /** What is asked. */
    StreamCommand command();

    /** Of a case. */
    record OfCase(CaseCommand command, CaseState state) implements Scoped {}

    /** Of a team. */
    record OfTeam(TeamCommand command, TeamState state) implements Scoped {}

    /** Of a study. */
    record OfStudy(StudyCommand command, StudyState state) implements Scoped {}

    /** The sealed family of the command, by which Axon routes it. */
    default Class<?> family() {
        return switch (this) {
            case OfCase _ -> CaseCommand.class;
            case OfTeam _ -> TeamCommand.class;
            case OfStudy _ -> StudyCommand.class;
        };
    }

    /** The state in Axon's clothes, a fresh aggregate. */
    default DomainEventMessage<?> aggregate() {
        String stream = command().stream();
        return switch (this) {
            case OfCase(_, CaseState state) ->
                    aggregate(stream, state.version(), CaseRecordAggregate.of(stream, state));
            case OfTeam(_, TeamState state) ->
                    aggregate(stream, state.ledger().version(), TeamAggregate.of(stream, state));
            case OfStudy(_, StudyState state) ->
                    aggregate(stream, state.ledger().version(), StudyAggregate.of(stream, state));
        };
    }

    /** The last event in the state: it must be the last of the stream when this is recorded. */
    default @Nullable EventId lastEvent() {
        return switch (this) {
            case OfCase(_, CaseState state) ->
                    state.version() == 0 ? null : StateDoor.lastEvent(state);
            case OfTeam(_, TeamState state) -> lastEvent(state.ledger());
            case OfStudy(_, StudyState state) -> lastEvent(state.ledger());
        };
    }

    /** Whether its stream is to begin, and is there already. */
    default boolean beginsAgain() {
        return command().begins() && lastEvent() != null;
    }

    private static @Nullable EventId lastEvent(Ledger<?> ledger) {
        return ledger.version() == 0 ? null : StateDoor.lastEvent(ledger);
    }

    private static DomainEventMessage<?> aggregate(String stream, long version, Object clothed) {
        return new GenericDomainEventMessage<>(stream, stream, version - 1, clothed);
    }
}
