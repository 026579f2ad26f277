package org.refocusrecord.command.study;

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
import org.refocusrecord.events.study.StudyEvent;

/** Axon's skin around {@link Studies}: it holds no rule. */
public class StudyAggregate {

    @AggregateIdentifier private @Nullable String stream;

    private StudyState state = StudyState.EMPTY;

    /** For Axon. */
    protected StudyAggregate() {}

    private StudyAggregate(String stream, StudyState state) {
        this.stream = stream;
        this.state = state;
    }

    /** With a state that was kept. */
    public static StudyAggregate of(String stream, StudyState state) {
        return new StudyAggregate(stream, state);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(StudyCommand command) {
        DecisionAggregate.apply(
                Studies.decide(state, command), command.commandId(), command.posting());
    }

    @EventSourcingHandler
    void on(StudyEvent event, DomainEventMessage<?> message) {
        stream = StudyCommand.streamOf(event.studyId());
        Columns columns = Columns.of(message.getMetaData());
        state =
                Studies.evolve(
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
