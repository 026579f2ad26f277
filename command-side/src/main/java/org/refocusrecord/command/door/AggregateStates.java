package org.refocusrecord.command.door;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.refocusrecord.command.StreamStates;
import org.refocusrecord.command.casefile.CaseRecordAggregate;
import org.refocusrecord.command.study.StudyAggregate;
import org.refocusrecord.command.team.TeamAggregate;
import org.refocusrecord.eventlog.axon.KeptAggregates;
import org.refocusrecord.eventlog.axon.Passage.Loading;

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
    public Optional<DomainEventMessage<?>> of(String stream, Loading loading) {
        return Optional.of(snapshot(stream, loading));
    }

    private DomainEventMessage<?> snapshot(String stream, Loading loading) {
        String kind = stream.substring(0, stream.indexOf('/'));
        return switch (kind) {
            case "case" -> snapshot(stream, states.cases(), loading, CaseRecordAggregate::of);
            case "team" -> snapshot(stream, states.teams(), loading, TeamAggregate::of);
            case "study" -> snapshot(stream, states.studies(), loading, StudyAggregate::of);
            default -> throw new IllegalArgumentException("no aggregate of " + kind);
        };
    }

    private static <S> DomainEventMessage<?> snapshot(
            String stream,
            StreamStates<S> states,
            Loading loading,
            BiFunction<String, S, Object> clothed) {
        S state =
                switch (loading) {
                    case AS_NEW -> states.empty();
                    case AS_KEPT -> states.asKept(stream);
                    case AT_HEAD -> states.atHead(stream);
                };
        return new GenericDomainEventMessage<>(
                stream, stream, states.version(state) - 1, clothed.apply(stream, state));
    }
}
