package org.refocusrecord.command.team;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.command.Ledger;
import org.refocusrecord.command.LedgerKind;
import org.refocusrecord.command.LedgerRules.Correcting;
import org.refocusrecord.command.Refusal;
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
import java.util.List;

/** What is particular to the ledger of a team. */
record TeamKind() implements LedgerKind<TeamEvent> {

    @Override
    public Class<TeamEvent> family() {
        return TeamEvent.class;
    }

    @Override
    public String unknown() {
        return "team.unknown";
    }

    @Override
    public boolean registers(TeamEvent event) {
        return event instanceof TeamRegistered;
    }

    @Override
    public Person recordedBy(TeamEvent event) {
        return event.recordedBy();
    }

    @Override
    public @Nullable Instant place(TeamEvent fact, ZoneId zone) {
        LocalDate day = day(fact);
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

    @Override
    public List<Refusal> taken(Ledger<TeamEvent> ledger, TeamEvent fact) {
        if (fact instanceof TeamRegistered team && ledger.version() > 0) {
            return List.of(new Refusal.IdTaken("/teamId", team.teamId().value()));
        }
        return fact instanceof TeamMeasureAnswered measure && isAnswered(ledger, measure)
                ? List.of(new Refusal.IdTaken("/measureId", measure.measureId().value()))
                : List.of();
    }

    private static boolean isAnswered(Ledger<TeamEvent> ledger, TeamMeasureAnswered measure) {
        return ledger.inOrder().stream()
                .anyMatch(line ->
                        line.event() instanceof TeamMeasureAnswered other
                                && other.measureId().equals(measure.measureId()));
    }

    @Override
    public TeamEvent amended(Correcting<TeamEvent> sent, TeamEvent replacement) {
        EventShape shape = EventShape.of(replacement);
        return new TeamEntryAmended(
                sent.commandId(),
                new TeamId(sent.streamId()),
                sent.target(),
                sent.because(),
                sent.reason(),
                shape.name().name(),
                shape.name().revision(),
                replacement,
                sent.confirmedBy(),
                sent.recordedBy());
    }

    @Override
    public TeamEvent marked(Correcting<TeamEvent> sent) {
        return new TeamEntryMarkedInError(
                sent.commandId(),
                new TeamId(sent.streamId()),
                sent.target(),
                sent.because(),
                sent.reason(),
                sent.confirmedBy(),
                sent.recordedBy());
    }
}
