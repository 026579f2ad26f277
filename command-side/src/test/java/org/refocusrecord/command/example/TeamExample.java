package org.refocusrecord.command.example;

import static org.refocusrecord.command.example.Cast.ADMINISTRATOR;
import static org.refocusrecord.command.example.Cast.LONDON;
import static org.refocusrecord.command.example.Cast.RECEIVED;
import static org.refocusrecord.command.example.Cast.TEAM;
import static org.refocusrecord.command.example.Cast.WORKER_ID;
import static org.refocusrecord.command.example.Facts.command;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.command.Decided;
import org.refocusrecord.command.Decision;
import org.refocusrecord.command.Decision.Accepted;
import org.refocusrecord.command.Decision.Refused;
import org.refocusrecord.command.LedgerRules.Correcting;
import org.refocusrecord.command.Posting;
import org.refocusrecord.command.ReplacementReading;
import org.refocusrecord.command.team.TeamCommand;
import org.refocusrecord.command.team.TeamState;
import org.refocusrecord.command.team.Teams;
import org.refocusrecord.eventlog.EventIds;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.Id;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.team.StaffJoined;
import org.refocusrecord.events.team.StaffLeft;
import org.refocusrecord.events.team.StaffRole;
import org.refocusrecord.events.team.TeamEvent;
import org.refocusrecord.events.team.TeamRegistered;
import org.refocusrecord.events.team.TeamType;

import java.time.LocalDate;
import java.util.List;

/** A team, told by example. */
public final class TeamExample {

    private TeamState state = TeamState.EMPTY;

    private TeamExample() {}

    /** Nothing is recorded yet. */
    public static TeamExample nothing() {
        return new TeamExample();
    }

    /** The team is registered. */
    public static TeamExample team() {
        return nothing().given(told(registered()));
    }

    /** The team was registered. */
    public static TeamRegistered registered() {
        return new TeamRegistered(
                command("registration"),
                TEAM,
                "SLAM",
                "North",
                TeamType.RECOVERY,
                null,
                ADMINISTRATOR);
    }

    /** The worker joined. */
    public static StaffJoined joined(String name, LocalDate on, Person recordedBy) {
        return new StaffJoined(
                command(name), TEAM, WORKER_ID, null, StaffRole.CLINICIAN, on, recordedBy);
    }

    /** The worker left. */
    public static StaffLeft left(String name, LocalDate on, Person recordedBy) {
        return new StaffLeft(
                command(name), TEAM, WORKER_ID, null, StaffRole.CLINICIAN, on, recordedBy);
    }

    /** By an administrator. */
    public static TeamCommand told(TeamEvent fact) {
        return told(fact, Postings.byAdministrator());
    }

    /** By somebody. */
    public static TeamCommand told(TeamEvent fact, Posting posting) {
        return new TeamCommand.StateTeamFact(TeamCommand.streamOf(TEAM), posting, fact);
    }

    /** Something is marked in error. */
    public static TeamCommand marked(String name, CommandId target, Posting posting) {
        return correct(name, target, posting, null);
    }

    /** Something is amended. */
    public static TeamCommand amended(
            String name, CommandId target, Posting posting, TeamEvent replacement) {
        return correct(
                name, target, posting, recorder -> new ReplacementReading.WasRead<>(replacement));
    }

    private static TeamCommand correct(
            String name,
            Id target,
            Posting posting,
            @Nullable ReplacementReading<TeamEvent> replacement) {
        return new TeamCommand.CorrectTeam(
                TeamCommand.streamOf(TEAM),
                posting,
                new Correcting<>(
                        TEAM.value(),
                        command(name),
                        Facts.any(target),
                        null,
                        "a slip",
                        replacement,
                        null,
                        ADMINISTRATOR));
    }

    /** All of these are recorded. */
    public TeamExample given(TeamCommand... commands) {
        for (TeamCommand command : commands) {
            switch (Teams.decide(state, command)) {
                case Accepted(List<Decided> events) ->
                        events.forEach(e -> {
                            TeamEvent event = (TeamEvent) e.event();
                            state =
                                    Teams.evolve(
                                            state,
                                            event,
                                            EventIds.next(),
                                            command.posting().postedBy(),
                                            e.recordedBy());
                        });
                case Refused(var refusals) -> throw new AssertionError("refused: " + refusals);
            }
        }
        return this;
    }

    /** Something is told. */
    public CaseExample.Outcome when(TeamCommand command) {
        Decision decision = Teams.decide(state, command);
        return new CaseExample.Outcome(decision);
    }

    /** How it stands. */
    public TeamState state() {
        return state;
    }

    /** The day on which all of it is received. */
    public static LocalDate today() {
        return LocalDate.ofInstant(RECEIVED, LONDON);
    }
}
