package org.refocusrecord.app.demo.cases;

import org.refocusrecord.app.demo.teams.TeamLine;
import org.refocusrecord.app.demo.trial.Account;
import org.refocusrecord.app.demo.trial.Body;
import org.refocusrecord.app.demo.trial.Post;
import org.refocusrecord.app.demo.trial.TrialSize;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Collects what is posted about a case, in the order in which it was written down. */
final class CasePosts {

    private final UUID caseId;
    private final String studyPath;
    private final Account system;
    private final Account oneself;
    private final List<Post> posts = new ArrayList<>();
    private LocalDate today = LocalDate.MIN;

    CasePosts(CaseFile file, TrialSize size) {
        this.caseId = file.caseId();
        this.studyPath = "/studies/" + TeamLine.studyId(size);
        this.system = new Account.ClinicalSystem(file.team().trust());
        this.oneself = new Account.Oneself(file.team().trust(), file.serviceUserId());
    }

    /** By the clinical system, to a door of the case: nothing for the case itself. */
    void bySystem(String command, String door, Body body, LocalDate on) {
        add(command, "/cases" + door(door), body, system, on);
    }

    private String door(String door) {
        return door.isEmpty() ? "" : "/" + caseId + door;
    }

    /** A session, by the clinical system. */
    void session(Body body, LocalDate on) {
        add("session", "/sessions", body, system, on);
    }

    /** By the person, to a door of the own case. */
    void byOneself(String command, String door, Body body, LocalDate on) {
        add(command, "/cases/" + caseId + door, body, oneself, on);
    }

    /** By an administrator, to a door of the study. */
    void ofStudy(String command, String door, Body body, LocalDate on) {
        add(command, studyPath + door, body, new Account.Administrator(), on);
    }

    private void add(String command, String path, Body body, Account account, LocalDate on) {
        today = on.isAfter(today) ? on : today;
        posts.add(new Post(command, path, body.json(), account, today));
    }

    /** All that was written down before this day. */
    List<Post> before(LocalDate end) {
        return posts.stream().filter(post -> post.on().isBefore(end)).toList();
    }
}
