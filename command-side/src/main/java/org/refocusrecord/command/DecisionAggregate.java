package org.refocusrecord.command;

import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;
import org.refocusrecord.command.Decision.Accepted;
import org.refocusrecord.command.Decision.Refused;
import org.refocusrecord.eventlog.axon.Columns;
import org.refocusrecord.events.CommandId;

import java.util.List;

/** Hands a decision over to Axon: the events are applied, or all refusals thrown. */
public final class DecisionAggregate {

    private DecisionAggregate() {}

    /** Applies a decision to the aggregate in whose command handler this is called. */
    public static void apply(Decision decision, CommandId commandId, Posting posting) {
        switch (decision) {
            case Accepted(List<Decided> events) -> {
                @Nullable String content = posting.content().canonical();
                for (Decided decided : events) {
                    Columns columns =
                            new Columns(
                                    decided.occurredAt(),
                                    commandId,
                                    posting.postedBy(),
                                    decided.recordedBy(),
                                    content,
                                    decided.forgetting());
                    AggregateLifecycle.apply(decided.event(), columns.toMetaData());
                    content = null;
                }
            }
            case Refused(List<Refusal> refusals) -> throw new CommandRefused(refusals);
        }
    }
}
