package org.refocusrecord.app.demo.teams;

import org.refocusrecord.app.demo.trial.Account;
import org.refocusrecord.app.demo.trial.Body;
import org.refocusrecord.app.demo.trial.Design;
import org.refocusrecord.app.demo.trial.Line;
import org.refocusrecord.app.demo.trial.Phrase;
import org.refocusrecord.app.demo.trial.Post;
import org.refocusrecord.app.demo.trial.TrialSize;
import org.refocusrecord.app.demo.trial.TrialTeam;
import org.refocusrecord.events.team.Arm;
import org.refocusrecord.events.team.ImplementationScheme;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The study, and each team with its year. */
public final class TeamLine {

    private TeamLine() {}

    /** The id of the one study. */
    public static UUID studyId(TrialSize size) {
        return size.chance("study").id("study");
    }

    /** The study and what it counts. */
    public static Line ofStudy(TrialSize size) {
        return new Line("study", () -> study(size));
    }

    private static List<Post> study(TrialSize size) {
        UUID study = studyId(size);
        LocalDate on = Design.RECRUITMENT_FROM;
        Account account = new Account.Administrator();
        Body registered =
                Body.of("commandId", size.chance("study").id("registered"))
                        .with("studyId", study)
                        .with("name", Phrase.marked("A trial made up after ISRCTN02507940"))
                        .with("startsOn", on);
        Body definition =
                Body.of("commandId", size.chance("study").id("definition"))
                        .with("name", "participation")
                        .with("version", "1")
                        .with("definition", Body.of("policy", "participation-1"));
        return List.of(
                new Post("study", "/studies", registered.json(), account, on),
                new Post(
                        "definition",
                        "/studies/" + study + "/definitions",
                        definition.json(),
                        account,
                        on));
    }

    /** A team and its year. */
    public static Line of(TrialTeam team, TrialSize size) {
        return new Line("team " + team.ordinal(), () -> posts(team, size));
    }

    private static List<Post> posts(TrialTeam team, TrialSize size) {
        TeamPosts posts = new TeamPosts(team, size);
        register(posts);
        Staffing.tell(posts);
        TeamMeasures.tell(posts);
        if (team.arm() == Arm.INTERVENTION) {
            Implementation.tell(posts);
            PartnershipProject.tell(posts);
            DataGaps.tell(posts);
        }
        return posts.inOrder();
    }

    private static void register(TeamPosts posts) {
        TrialTeam team = posts.team();
        LocalDate on = team.startsOn().minusDays(90);
        String type = team.type().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String name = "Team %d, %s, %s".formatted(team.ordinal(), type, team.wave().locality());
        Body registered =
                Body.of("commandId", posts.chance("design").id("registered"))
                        .with("teamId", posts.teamId())
                        .with("trust", team.trust())
                        .with("name", Phrase.marked(name))
                        .with("officialType", team.type())
                        .with("selfReportedType", team.callsItself());
        posts.add("team", "/teams", registered, new Account.Administrator(), on);
        boolean trained = team.arm() == Arm.INTERVENTION;
        Body wave =
                Body.of("locality", team.wave().locality()).with("number", team.wave().number());
        Body allocated =
                Body.of("commandId", posts.chance("design").id("allocated"))
                        .with("studyId", posts.studyId())
                        .with("arm", team.arm())
                        .with("wave", wave)
                        .with("startsOn", team.startsOn())
                        .with(
                                "implementationScheme",
                                trained ? ImplementationScheme.TRIAL_2011 : null)
                        .with("captureMode", team.captureMode());
        posts.byAdministrator("allocation", "/allocation", allocated, on);
    }
}
