package org.refocusrecord.bench.stock;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The same facts as our own cases hold, as a newcomer to Axon would write them: plain records, an
 * annotated aggregate, one event a command.
 */
public class StockCase {

    @AggregateIdentifier private @Nullable String stream;
    private @Nullable String team;
    private @Nullable LocalDate planReviewOn;
    private int events;

    /** For Axon. */
    protected StockCase() {}

    /** A new case. */
    @CommandHandler
    public StockCase(Open open) {
        AggregateLifecycle.apply(
                new Opened(
                        open.stream(),
                        open.commandId(),
                        open.serviceUserId(),
                        open.trust(),
                        open.teamId(),
                        open.careCoordinatorId(),
                        open.openedOn(),
                        open.recordedBy(),
                        Instant.now()));
    }

    /** A new case with plans, for whoever needs one with a history and does not measure that. */
    @CommandHandler
    public StockCase(Begin begin) {
        this(begin.open());
        begin.plans().forEach(StockCase::note);
    }

    /** One fact more. */
    @CommandHandler
    public void handle(NotePlan note) {
        note(note);
    }

    private static void note(NotePlan note) {
        AggregateLifecycle.apply(
                new PlanNoted(
                        note.stream(),
                        note.commandId(),
                        true,
                        note.on(),
                        List.of(note.recordedBy()),
                        note.reviewOn(),
                        note.recordedBy(),
                        Instant.now()));
    }

    @EventSourcingHandler
    void on(Opened opened) {
        stream = opened.stream();
        team = opened.teamId().toString();
        events++;
    }

    @EventSourcingHandler
    void on(PlanNoted noted) {
        planReviewOn = noted.reviewOn();
        events++;
    }

    @Override
    public String toString() {
        return stream + " of " + team + ", " + events + " events, review on " + planReviewOn;
    }

    /** Somebody. */
    public record Who(String party, String id) {}

    /** Open a case. */
    public record Open(
            @TargetAggregateIdentifier String stream,
            UUID commandId,
            UUID serviceUserId,
            String trust,
            UUID teamId,
            UUID careCoordinatorId,
            LocalDate openedOn,
            Who recordedBy) {}

    /** Open a case and note plans in it, in one transaction. */
    public record Begin(Open open, List<NotePlan> plans) {}

    /** Note a crisis plan. */
    public record NotePlan(
            @TargetAggregateIdentifier String stream,
            UUID commandId,
            LocalDate on,
            LocalDate reviewOn,
            Who recordedBy) {}

    /** A case was opened. */
    public record Opened(
            String stream,
            UUID commandId,
            UUID serviceUserId,
            String trust,
            UUID teamId,
            UUID careCoordinatorId,
            LocalDate openedOn,
            Who recordedBy,
            Instant occurredAt) {}

    /** A crisis plan was noted. */
    public record PlanNoted(
            String stream,
            UUID commandId,
            boolean exists,
            LocalDate on,
            List<Who> madeWith,
            LocalDate reviewOn,
            Who recordedBy,
            Instant occurredAt) {}
}
