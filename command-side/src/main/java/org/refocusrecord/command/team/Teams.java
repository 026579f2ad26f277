package org.refocusrecord.command.team;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.command.Decided;
import org.refocusrecord.command.Decision;
import org.refocusrecord.command.Ledger;
import org.refocusrecord.command.LedgerRules;
import org.refocusrecord.command.LedgerRules.Correcting;
import org.refocusrecord.command.Refusal;
import org.refocusrecord.command.team.TeamCommand.CorrectTeam;
import org.refocusrecord.command.team.TeamCommand.StateTeamFact;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.shape.EventShape;
import org.refocusrecord.events.team.DataGapDeclared;
import org.refocusrecord.events.team.ImplementationSessionHeld;
import org.refocusrecord.events.team.PartnershipProjectMoved;
import org.refocusrecord.events.team.StaffJoined;
import org.refocusrecord.events.team.StaffLeft;
import org.refocusrecord.events.team.TeamAllocated;
import org.refocusrecord.events.team.TeamEntryAmended;
import org.refocusrecord.events.team.TeamEntryMarkedInError;
import org.refocusrecord.events.team.TeamEvent;
import org.refocusrecord.events.team.TeamMeasureAnswered;
import org.refocusrecord.events.team.TeamRegistered;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rules of teams: statements like those of cases, with almost nothing to refuse. */
public final class Teams {

    private Teams() {}

    /** Decides a command about a team. */
    public static Decision decide(TeamState state, TeamCommand command) {
        boolean registering =
                command instanceof StateTeamFact fact && fact.fact() instanceof TeamRegistered;
        if (state.registered().isEmpty() && !registering) {
            return Decision.refused(new Refusal.NotThere("", "team.unknown"));
        }
        Correcting<TeamEvent> correcting =
                command instanceof CorrectTeam correction ? correction.body() : null;
        Optional<Refusal> beforehand =
                LedgerRules.beforehand(state.ledger(), command.posting(), correcting);
        if (beforehand.isPresent()) {
            return Decision.refused(beforehand.get());
        }
        List<Refusal> refusals =
                new ArrayList<>(
                        LedgerRules.common(state.ledger(), command.posting(), command.commandId()));
        return switch (command) {
            case StateTeamFact fact -> fact(state, fact, refusals);
            case CorrectTeam correction -> correction(state, correction, refusals);
        };
    }

    private static Decision fact(TeamState state, StateTeamFact command, List<Refusal> refusals) {
        TeamEvent fact = command.fact();
        if (fact instanceof TeamRegistered registered && state.registered().isPresent()) {
            refusals.add(new Refusal.IdTaken("/teamId", registered.teamId().value()));
        }
        if (fact instanceof TeamMeasureAnswered measure && isTaken(state, measure)) {
            refusals.add(new Refusal.IdTaken("/measureId", measure.measureId().value()));
        }
        refusals.addAll(LedgerRules.unnamed(TeamEvent.class, fact));
        return Decision.unless(
                refusals,
                List.of(
                        new Decided(
                                fact,
                                startOf(day(fact), command.posting().zone()),
                                fact.recordedBy())));
    }

    private static boolean isTaken(TeamState state, TeamMeasureAnswered measure) {
        return state.ledger().inOrder().stream()
                .anyMatch(line ->
                        line.event() instanceof TeamMeasureAnswered other
                                && other.measureId().equals(measure.measureId()));
    }

    private static Decision correction(
            TeamState state, CorrectTeam command, List<Refusal> refusals) {
        Correcting<TeamEvent> sent = command.body();
        refusals.addAll(LedgerRules.target(state.ledger(), sent));
        if (sent.amendment() && !state.ledger().mayBeAmended(sent.target().value())) {
            return Decision.unless(refusals, List.of());
        }
        TeamId teamId = new TeamId(sent.streamId());
        if (sent.amendment()) {
            return LedgerRules.amending(
                    state.ledger(),
                    sent,
                    TeamEvent.class,
                    refusals,
                    event -> amended(teamId, sent, event));
        }
        TeamEvent marked =
                new TeamEntryMarkedInError(
                        sent.commandId(),
                        teamId,
                        sent.target(),
                        sent.because(),
                        sent.reason(),
                        sent.confirmedBy(),
                        sent.recordedBy());
        refusals.addAll(LedgerRules.unnamed(TeamEvent.class, marked));
        return Decision.unless(refusals, List.of(new Decided(marked, null, sent.recordedBy())));
    }

    private static TeamEvent amended(
            TeamId teamId, Correcting<TeamEvent> sent, TeamEvent replacement) {
        return new TeamEntryAmended(
                sent.commandId(),
                teamId,
                sent.target(),
                sent.because(),
                sent.reason(),
                EventShape.of(replacement).name().name(),
                EventShape.of(replacement).name().revision(),
                replacement,
                sent.confirmedBy(),
                sent.recordedBy());
    }

    private static @Nullable Instant startOf(@Nullable LocalDate day, ZoneId zone) {
        return day == null ? null : day.atStartOfDay(zone).toInstant();
    }

    /** The day on which a fact stands; null where it has none and stands at its record time. */
    private static @Nullable LocalDate day(TeamEvent fact) {
        return switch (fact) {
            case StaffJoined e -> e.on();
            case StaffLeft e -> e.on();
            case TeamAllocated e -> e.startsOn();
            case ImplementationSessionHeld e -> e.occurredOn();
            case PartnershipProjectMoved e -> e.on();
            case TeamMeasureAnswered e -> e.on();
            case DataGapDeclared e -> e.from();
            case TeamRegistered _ -> null;
            case TeamEntryAmended _ -> null;
            case TeamEntryMarkedInError _ -> null;
        };
    }

    /** The state after an event. */
    public static TeamState evolve(TeamState state, TeamEvent event, Person recordedBy) {
        UUID id = event.commandId().value();
        Ledger.Line<TeamEvent> line = new Ledger.Line<>(id, event, recordedBy);
        Ledger<TeamEvent> ledger = state.ledger();
        return new TeamState(
                switch (event) {
                    case TeamEntryAmended e ->
                            ledger.plus(
                                    line,
                                    new Ledger.Mending<>(id, e.target().value(), e.replacement()));
                    case TeamEntryMarkedInError e ->
                            ledger.plus(line, new Ledger.Mending<>(id, e.target().value(), null));
                    case TeamRegistered _ -> ledger.plus(line);
                    case StaffJoined _ -> ledger.plus(line);
                    case StaffLeft _ -> ledger.plus(line);
                    case TeamAllocated _ -> ledger.plus(line);
                    case ImplementationSessionHeld _ -> ledger.plus(line);
                    case PartnershipProjectMoved _ -> ledger.plus(line);
                    case TeamMeasureAnswered _ -> ledger.plus(line);
                    case DataGapDeclared _ -> ledger.plus(line);
                });
    }
}
