package org.refocusrecord.command.door;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
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

/**
 * A command that is in the scope of whoever posts it, and the state on which that was seen. It is
 * decided on that very state, and recorded only if the stream has come no further.
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

    private static DomainEventMessage<?> aggregate(String stream, long version, Object clothed) {
        return new GenericDomainEventMessage<>(stream, stream, version - 1, clothed);
    }
}
