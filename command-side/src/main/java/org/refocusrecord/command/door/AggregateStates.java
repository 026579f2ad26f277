package org.refocusrecord.command.door;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.refocusrecord.command.StreamStates;
import org.refocusrecord.command.casefile.CaseRecordAggregate;
import org.refocusrecord.command.study.StudyAggregate;
import org.refocusrecord.command.team.TeamAggregate;
import org.refocusrecord.eventlog.axon.KeptAggregates;

import java.util.Optional;
import java.util.function.BiFunction;

/** Clothes the states that are kept in Axon's aggregates: a fresh one for each command. */
public final class AggregateStates implements KeptAggregates {

    private final StateDoor states;

    /** Over these states. */
    public AggregateStates(StateDoor states) {
        this.states = states;
    }

    @Override
    public Optional<DomainEventMessage<?>> asKept(String stream) {
        return snapshot(stream, true);
    }

    @Override
    public Optional<DomainEventMessage<?>> atHead(String stream) {
        return snapshot(stream, false);
    }

    private Optional<DomainEventMessage<?>> snapshot(String stream, boolean asKept) {
        String kind = stream.substring(0, stream.indexOf('/'));
        return switch (kind) {
            case "case" -> snapshot(stream, states.cases(), asKept, CaseRecordAggregate::of);
            case "team" -> snapshot(stream, states.teams(), asKept, TeamAggregate::of);
            case "study" -> snapshot(stream, states.studies(), asKept, StudyAggregate::of);
            default -> throw new IllegalArgumentException("no aggregate of " + kind);
        };
    }

    private static <S> Optional<DomainEventMessage<?>> snapshot(
            String stream,
            StreamStates<S> states,
            boolean asKept,
            BiFunction<String, S, Object> clothed) {
        S state = asKept ? states.asKept(stream) : states.atHead(stream);
        long version = states.version(state);
        return version == 0
                ? Optional.empty()
                : Optional.of(
                        new GenericDomainEventMessage<>(
                                stream, stream, version - 1, clothed.apply(stream, state)));
    }
}
