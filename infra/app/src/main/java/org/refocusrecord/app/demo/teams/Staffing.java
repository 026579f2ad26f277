package org.refocusrecord.app.demo.teams;

import org.refocusrecord.app.demo.trial.Body;

import java.time.LocalDate;
import java.util.UUID;

/** Who joins a team and who leaves it. */
final class Staffing {

    private Staffing() {}

    static void tell(TeamPosts posts) {
        // Whoever was there before the trial is told of when the team is registered.
        LocalDate first = posts.team().startsOn().minusDays(89);
        for (Member member : posts.roster().members()) {
            LocalDate told = member.from().isBefore(first) ? first : member.from();
            move(posts, member, "JOINED", member.from(), told);
            LocalDate to = member.to();
            if (to != null) {
                move(posts, member, "LEFT", to, to);
            }
        }
    }

    private static void move(
            TeamPosts posts, Member member, String change, LocalDate on, LocalDate told) {
        UUID command = posts.chance("staff").id(change + "/" + member.workerId());
        Body body =
                Body.of("commandId", command)
                        .with("workerId", member.workerId())
                        .with("change", change)
                        .with("profession", member.slot().profession())
                        .with("role", member.slot().role())
                        .with("on", on);
        posts.byAdministrator("staff", "/staff", body, told);
    }
}
