package org.refocusrecord.command.example;

import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.hamcrest.CustomTypeSafeMatcher;
import org.refocusrecord.command.CommandRefused;
import org.refocusrecord.command.Decided;
import org.refocusrecord.command.Decision;
import org.refocusrecord.command.Decision.Accepted;
import org.refocusrecord.command.Decision.Refused;
import org.refocusrecord.command.Refusal;
import org.refocusrecord.command.casefile.CaseCommand;
import org.refocusrecord.command.casefile.CaseRecordAggregate;
import org.refocusrecord.command.casefile.KeptCases;
import org.refocusrecord.command.casefile.Recorded;
import org.refocusrecord.command.door.StreamTarget;
import org.refocusrecord.eventlog.axon.Columns;
import org.refocusrecord.events.casefile.CaseEvent;

import java.util.List;

/** Sends a command through Axon, and sees to it that the same is decided. */
final class AxonSkin {

    private AxonSkin() {}

    static void decidesLikewise(List<Recorded> history, CaseCommand command, Decision decision) {
        AggregateTestFixture<CaseRecordAggregate> fixture =
                new AggregateTestFixture<>(CaseRecordAggregate.class);
        fixture.registerCommandTargetResolver(new StreamTarget());
        fixture.registerInjectableResource(Cast.LONDON);
        fixture.registerInjectableResource((KeptCases) (stream, state, position) -> {});
        TestExecutor<CaseRecordAggregate> given = given(fixture, history);
        // Axon routes by the name of the command's class; all commands of a case have one handler.
        ResultValidator<CaseRecordAggregate> result =
                given.when(
                        new GenericCommandMessage<>(
                                new GenericMessage<>(command), CaseCommand.class.getName()));
        switch (decision) {
            case Accepted(List<Decided> events) ->
                    result.expectSuccessfulHandlerExecution()
                            .expectEventsMatching(new Applied(events, command));
            case Refused(List<Refusal> refusals) ->
                    result.expectNoEvents().expectException(new For(refusals));
        }
    }

    private static TestExecutor<CaseRecordAggregate> given(
            AggregateTestFixture<CaseRecordAggregate> fixture, List<Recorded> history) {
        if (history.isEmpty()) {
            return fixture.givenNoPriorActivity();
        }
        var messages = history.stream().map(AxonSkin::message).toList();
        DealtIdentifiers.next(history.stream().map(event -> event.eventId().toString()).toList());
        return fixture.given(messages);
    }

    private static EventMessage<CaseEvent> message(Recorded recorded) {
        Columns columns =
                new Columns(
                        recorded.occurredAt(),
                        recorded.commandId(),
                        recorded.postedBy(),
                        recorded.recordedBy(),
                        null);
        return new GenericEventMessage<>(recorded.event(), columns.toMetaData());
    }

    /** Applied with the same payloads, each in its columns. */
    private static final class Applied extends CustomTypeSafeMatcher<List<EventMessage<?>>> {
        private final List<Decided> decided;
        private final CaseCommand command;

        Applied(List<Decided> decided, CaseCommand command) {
            super("what was decided: " + decided);
            this.decided = decided;
            this.command = command;
        }

        @Override
        protected boolean matchesSafely(List<EventMessage<?>> applied) {
            assertThat(applied).hasSameSizeAs(decided);
            for (int index = 0; index < decided.size(); index++) {
                CaseEvent event = (CaseEvent) applied.get(index).getPayload();
                Decided one = decided.get(index);
                assertThat(event).isEqualTo(one.event());
                assertThat(Columns.of(applied.get(index).getMetaData()))
                        .isEqualTo(columns(one, index == 0));
            }
            return true;
        }

        private Columns columns(Decided one, boolean first) {
            return new Columns(
                    one.occurredAt(),
                    command.commandId(),
                    command.posting().postedBy(),
                    one.recordedBy(),
                    first ? command.posting().content().canonical() : null,
                    one.forgetting());
        }
    }

    /** Refused for the same reasons. */
    private static final class For extends CustomTypeSafeMatcher<CommandRefused> {
        private final List<Refusal> refusals;

        For(List<Refusal> refusals) {
            super("refused for " + refusals);
            this.refusals = refusals;
        }

        @Override
        protected boolean matchesSafely(CommandRefused refused) {
            return refused.refusals().equals(refusals);
        }
    }
}
