package org.refocusrecord.app.demo.teams;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.app.demo.trial.Answers;
import org.refocusrecord.app.demo.trial.Body;
import org.refocusrecord.app.demo.trial.Chance;
import org.refocusrecord.app.demo.trial.Days;
import org.refocusrecord.events.rating.Occasion;
import org.refocusrecord.events.rating.RaterRole;
import org.refocusrecord.events.team.Arm;

import java.time.LocalDate;

/**
 * Questionnaires about a team. Of some the items are not known to us: made-up item codes stand for
 * them.
 */
final class TeamMeasures {

    private static final int UNKNOWN_ITEMS = 6;

    private TeamMeasures() {}

    static void tell(TeamPosts posts) {
        LocalDate before = Days.weekday(posts.team().startsOn().minusDays(25));
        LocalDate after = Days.weekday(posts.team().startsOn().plusDays(345));
        tell(posts, "RECOVERY_KNOWLEDGE", RaterRole.STAFF, Occasion.BASELINE, before);
        tell(posts, "RECOVERY_KNOWLEDGE", RaterRole.STAFF, Occasion.FOLLOW_UP_12M, after);
        tell(posts, "RSA", RaterRole.STAFF, Occasion.FOLLOW_UP_12M, after);
        if (posts.team().arm() == Arm.INTERVENTION) {
            tell(posts, "READINESS", RaterRole.TEAM_LEADER, Occasion.BASELINE, before);
            tell(posts, "RFS", RaterRole.SERVICE_USER, Occasion.FOLLOW_UP_12M, after);
            tell(posts, "SAFE", RaterRole.RESEARCHER, Occasion.FOLLOW_UP_12M, after);
        }
    }

    private static void tell(
            TeamPosts posts, String measure, RaterRole rater, Occasion occasion, LocalDate on) {
        Chance chance = posts.chance(measure + "/" + occasion);
        Body body =
                Body.of("commandId", chance.id())
                        .with("measureId", chance.id())
                        .with("measure", measure)
                        .with("version", version(measure))
                        .with("raterRole", rater)
                        .with("on", on)
                        .with("occasion", occasion)
                        .with("answers", answers(measure, chance));
        posts.byLeader("team-measure", "/measures", body, on);
    }

    private static @Nullable String version(String measure) {
        return measure.equals("RSA") ? "STAFF_36" : null;
    }

    private static Body answers(String measure, Chance chance) {
        return switch (measure) {
            case "RSA" -> Answers.items("A", 36, chance, item -> chance.between(1, 5));
            case "SAFE" ->
                    Answers.items("F", 16, chance, item -> chance.oneOf("YES", "PARTIAL", "NO"));
            default ->
                    Answers.items("MADE_UP_", UNKNOWN_ITEMS, chance, item -> chance.between(0, 4));
        };
    }
}
