package org.refocusrecord.app.demo.teams;

import org.refocusrecord.app.demo.trial.Account;
import org.refocusrecord.app.demo.trial.Body;
import org.refocusrecord.app.demo.trial.Chance;
import org.refocusrecord.app.demo.trial.Post;
import org.refocusrecord.app.demo.trial.TrialSize;
import org.refocusrecord.app.demo.trial.TrialTeam;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Collects what is posted about a team. */
final class TeamPosts {

    private final TrialTeam team;
    private final TrialSize size;
    private final Roster roster;
    private final UUID teamId;
    private final List<Post> posts = new ArrayList<>();

    TeamPosts(TrialTeam team, TrialSize size) {
        this.team = team;
        this.size = size;
        this.roster = Roster.of(team, size);
        this.teamId = team.id(size);
    }

    TrialTeam team() {
        return team;
    }

    Roster roster() {
        return roster;
    }

    UUID teamId() {
        return teamId;
    }

    UUID studyId() {
        return TeamLine.studyId(size);
    }

    /** The chance of a part of what the team does. */
    Chance chance(String part) {
        return team.chance(size).of(part);
    }

    /** A post about the team to this door, on the account of an administrator. */
    void byAdministrator(String command, String door, Body body, LocalDate on) {
        add(command, "/teams/" + teamId + door, body, new Account.Administrator(), on);
    }

    /** A post about the team to this door, on the account of its leader. */
    void byLeader(String command, String door, Body body, LocalDate on) {
        UUID leader = roster.leader().workerId();
        Account account = new Account.Leader(team.trust(), teamId, leader);
        add(command, "/teams/" + teamId + door, body, account, on);
    }

    void add(String command, String path, Body body, Account account, LocalDate on) {
        posts.add(new Post(command, path, body.json(), account, on));
    }

    /** All that was written down before the story ends, in the order of the days. */
    List<Post> inOrder() {
        LocalDate end = size.endOf(team);
        return posts.stream()
                .filter(post -> post.on().isBefore(end))
                .sorted(Comparator.comparing(Post::on))
                .toList();
    }
}
