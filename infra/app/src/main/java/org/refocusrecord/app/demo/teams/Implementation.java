package org.refocusrecord.app.demo.teams;

import org.refocusrecord.app.demo.trial.Body;
import org.refocusrecord.app.demo.trial.Chance;
import org.refocusrecord.app.demo.trial.Days;
import org.refocusrecord.app.demo.trial.Participation;
import org.refocusrecord.app.demo.trial.Phrase;
import org.refocusrecord.events.CorrectionCause;
import org.refocusrecord.events.team.Facilitator;
import org.refocusrecord.events.team.ImplementationKind;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The sessions that helped a team to put the intervention into practice, and who came. */
final class Implementation {

    private static final String COMMAND = "implementation-session";
    private static final String DOOR = "/implementation-sessions";

    private Implementation() {}

    static void tell(TeamPosts posts) {
        boolean high = posts.team().participation() == Participation.HIGH;
        for (PlannedDose planned : PlannedDose.ALL) {
            Chance chance = posts.chance(planned.kind() + "/" + planned.number());
            boolean held = planned.first() || chance.percent(high ? 95 : 15);
            if (held) {
                LocalDate on = dayIn(posts, planned.month(), chance);
                Body session = session(posts, planned, on, chance);
                posts.byLeader(COMMAND, DOOR, session, on);
                mend(posts, planned, session, on, chance);
            }
        }
        outsideThePlan(posts, high);
    }

    private static LocalDate dayIn(TeamPosts posts, int month, Chance chance) {
        LocalDate first = posts.team().startsOn().plusMonths(month - 1L);
        return Days.weekday(first.plusDays(chance.between(2, 24)));
    }

    private static Body session(TeamPosts posts, PlannedDose planned, LocalDate on, Chance chance) {
        boolean training =
                planned.kind() == ImplementationKind.PERSONAL_RECOVERY_TRAINING
                        || planned.kind() == ImplementationKind.COACHING_TRAINING;
        List<Member> meant =
                planned.kind() == ImplementationKind.TEAM_LEADER_REFLECTION
                        ? List.of(posts.roster().leader())
                        : posts.roster().trainedOn(on);
        List<Facilitator> by = planned.facilitators();
        return Body.of("commandId", chance.id())
                .with("kind", planned.kind())
                .with("occurredOn", on)
                .with("units", planned.units())
                .with("minutes", planned.minutes())
                .with("facilitators", by)
                .with(
                        "livedExperienceFacilitator",
                        by.contains(Facilitator.LIVED_EXPERIENCE_TRAINER))
                .with("covered", planned.covered())
                .with("rolePlayed", training ? chance.percent(70) : null)
                .with("attendance", Attending.of(meant, posts.team().participation(), on, chance));
    }

    /** Supervision goes on by itself; boosters and calls are given where a team asks for them. */
    private static void outsideThePlan(TeamPosts posts, boolean high) {
        tellOf(posts, ImplementationKind.SUPERVISION, 4);
        if (high) {
            tellOf(posts, ImplementationKind.BOOSTER, 8);
            tellOf(posts, ImplementationKind.PHONE_SUPPORT, 7);
        }
    }

    private static void tellOf(TeamPosts posts, ImplementationKind kind, int month) {
        PlannedDose asked = new PlannedDose(kind, 1, month, null, 45, true);
        Chance chance = posts.chance(kind.name());
        LocalDate on = dayIn(posts, month, chance);
        posts.byLeader(COMMAND, DOOR, session(posts, asked, on, chance), on);
    }

    /** One session in some teams was entered with the wrong length, or twice. */
    private static void mend(
            TeamPosts posts, PlannedDose planned, Body session, LocalDate on, Chance chance) {
        boolean second =
                planned.kind() == ImplementationKind.PERSONAL_RECOVERY_TRAINING
                        && planned.number() == 2;
        int place = posts.team().place() % 4;
        LocalDate later = on.plusDays(6);
        if (second && place == 0) {
            Body mended = session.copy().with("commandId", null).with("minutes", 180);
            Body correction =
                    correction(chance, session.id("commandId"), "AMENDED")
                            .with("because", CorrectionCause.MISTAKE)
                            .with("replacement", mended);
            posts.byLeader("team-correction", "/corrections", correction, later);
        }
        if (second && place == 1) {
            UUID again = chance.id();
            posts.byLeader(COMMAND, DOOR, session.copy().with("commandId", again), on.plusDays(3));
            Body correction =
                    correction(chance, again, "ENTERED_IN_ERROR")
                            .with("because", CorrectionCause.DUPLICATE);
            posts.byLeader("team-correction", "/corrections", correction, later);
        }
    }

    private static Body correction(Chance chance, UUID target, String kind) {
        return Body.of("commandId", chance.id())
                .with("target", target)
                .with("kind", kind)
                .with("reason", Phrase.MISTAKE.text(chance));
    }
}
