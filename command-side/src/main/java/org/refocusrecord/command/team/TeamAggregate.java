package org.refocusrecord.command.team;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.refocusrecord.command.DecisionAggregate;
import org.refocusrecord.eventlog.axon.Columns;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.team.TeamEvent;

/** Axon's skin around {@link Teams}: it holds no rule. */
public class TeamAggregate {

    @AggregateIdentifier private @Nullable String stream;

    private TeamState state = TeamState.EMPTY;

    /** For Axon. */
    protected TeamAggregate() {}

    private TeamAggregate(String stream, TeamState state) {
        this.stream = stream;
        this.state = state;
    }

    /** With a state that was kept. */
    public static TeamAggregate of(String stream, TeamState state) {
        return new TeamAggregate(stream, state);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(TeamCommand command) {
        DecisionAggregate.apply(
                Teams.decide(state, command), command.commandId(), command.posting());
    }

    @EventSourcingHandler
    void on(TeamEvent event, DomainEventMessage<?> message) {
        stream = TeamCommand.streamOf(event.teamId());
        Columns columns = Columns.of(message.getMetaData());
        state =
                Teams.evolve(
                        state,
                        event,
                        EventId.of(message.getIdentifier()),
                        columns.postedBy(),
                        columns.recordedBy());
    }

    @Override
    public String toString() {
        return String.valueOf(stream);
    }
}
