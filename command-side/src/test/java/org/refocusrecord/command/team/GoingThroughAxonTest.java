package org.refocusrecord.command.team;

import static org.refocusrecord.command.example.Cast.ADMINISTRATOR;
import static org.refocusrecord.command.example.Cast.STUDY;
import static org.refocusrecord.command.example.Cast.WORKER;
import static org.refocusrecord.command.example.Facts.command;
import static org.refocusrecord.command.example.Postings.byAdministrator;
import static org.refocusrecord.command.example.TeamExample.joined;
import static org.refocusrecord.command.example.TeamExample.registered;
import static org.refocusrecord.command.example.TeamExample.told;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.refocusrecord.command.CommandRefused;
import org.refocusrecord.command.door.StreamTarget;
import org.refocusrecord.command.study.StudyAggregate;
import org.refocusrecord.command.study.StudyCommand;
import org.refocusrecord.eventlog.axon.Columns;
import org.refocusrecord.events.study.StudyRegistered;

import java.time.LocalDate;

/** Axon routes by the name of the family; a command about what is not there is refused by us. */
class GoingThroughAxonTest {

    private static final LocalDate SUMMER = LocalDate.of(2012, 7, 1);

    private static CommandMessage<Object> sent(Object command, Class<?> family) {
        return new GenericCommandMessage<>(new GenericMessage<>(command), family.getName());
    }

    private static EventMessage<Object> recorded() {
        Columns columns = new Columns(null, command("registration"), "admin", ADMINISTRATOR, null);
        return new GenericEventMessage<>(registered(), columns.toMetaData());
    }

    @Test
    void registers_a_team() {
        new AggregateTestFixture<>(TeamAggregate.class)
                .registerCommandTargetResolver(new StreamTarget())
                .givenNoPriorActivity()
                .when(sent(told(registered()), TeamCommand.class))
                .expectEvents(registered());
    }

    @Test
    void tells_more_about_a_team() {
        new AggregateTestFixture<>(TeamAggregate.class)
                .registerCommandTargetResolver(new StreamTarget())
                .given(recorded())
                .when(sent(told(joined("in", SUMMER, WORKER)), TeamCommand.class))
                .expectEvents(joined("in", SUMMER, WORKER));
    }

    @Test
    void refuses_a_team_that_is_not_there() {
        new AggregateTestFixture<>(TeamAggregate.class)
                .registerCommandTargetResolver(new StreamTarget())
                .givenNoPriorActivity()
                .when(sent(told(joined("in", SUMMER, WORKER)), TeamCommand.class))
                .expectNoEvents()
                .expectException(CommandRefused.class);
    }

    @Test
    void registers_a_study() {
        StudyRegistered study =
                new StudyRegistered(
                        command("registration"), STUDY, "A trial", SUMMER, ADMINISTRATOR);
        new AggregateTestFixture<>(StudyAggregate.class)
                .registerCommandTargetResolver(new StreamTarget())
                .givenNoPriorActivity()
                .when(
                        sent(
                                new StudyCommand.StateStudyFact(
                                        StudyCommand.streamOf(STUDY), byAdministrator(), study),
                                StudyCommand.class))
                .expectEvents(study);
    }
}
