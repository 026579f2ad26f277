package org.refocusrecord.command.casefile;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.refocusrecord.command.DecisionAggregate;
import org.refocusrecord.eventlog.axon.Columns;
import org.refocusrecord.eventlog.axon.Passage;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.casefile.CaseEvent;
import org.refocusrecord.events.casefile.CaseOpened;

import java.time.ZoneId;

/** Axon's skin around {@link CaseRecord}: it holds no rule. */
public class CaseRecordAggregate {

    @AggregateIdentifier private @Nullable String stream;

    private CaseState state = CaseState.EMPTY;

    /** For Axon. */
    protected CaseRecordAggregate() {}

    private CaseRecordAggregate(String stream, CaseState state) {
        this.stream = stream;
        this.state = state;
    }

    /** With a state that was kept. */
    public static CaseRecordAggregate of(String stream, CaseState state) {
        return new CaseRecordAggregate(stream, state);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(CaseCommand command, KeptCases kept) {
        DecisionAggregate.apply(
                CaseRecord.decide(state, command), command.commandId(), command.posting());
        CurrentUnitOfWork.get().afterCommit(unit -> keep(command.stream(), unit, kept));
    }

    private void keep(String of, UnitOfWork<?> recorded, KeptCases kept) {
        Passage.of(recorded.getMessage())
                .ifPresent(passage -> kept.keep(of, state, passage.receipt().position()));
    }

    @EventSourcingHandler
    void on(CaseEvent event, DomainEventMessage<?> message, ZoneId zone) {
        if (event instanceof CaseOpened opened) {
            stream = CaseCommand.streamOf(opened.caseId());
        }
        Columns columns = Columns.of(message.getMetaData());
        state =
                CaseRecord.evolve(
                        state,
                        new Recorded(
                                event,
                                EventId.of(message.getIdentifier()),
                                message.getSequenceNumber(),
                                columns.occurredAt(),
                                columns.commandId(),
                                columns.postedBy(),
                                columns.recordedBy(),
                                zone));
    }

    @Override
    public String toString() {
        return stream + " at version " + state.version();
    }
}
