package org.refocusrecord.app.demo;

import org.refocusrecord.app.data.Launcher;
import org.refocusrecord.app.demo.cases.CaseLine;
import org.refocusrecord.app.demo.trial.Participation;
import org.refocusrecord.app.demo.trial.TrialTeam;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Where to look at what was loaded. */
record Addresses(Trial trial, String url, String data) {

    List<String> lines() {
        TrialTeam any = trial.teams().getFirst();
        Stream<String> people =
                Stream.of(
                        "TOKEN=$(%s token --role AUDITOR --trust %s%s)"
                                .formatted(Launcher.asCalled(), any.trust(), data),
                        look("teams", "/teams"),
                        look("a person's plan", "/cases/" + told(any) + "/care-plan"),
                        look("who set which goal", "/audit/goals?teamId=" + any.id(trial.size())),
                        look("who is responsible", "/audit/responsibility?trust=" + any.trust()));
        Stream<String> teams =
                Stream.of(Participation.values())
                        .flatMap(part ->
                                trial.teams().stream()
                                        .filter(team -> team.participation() == part)
                                        .filter(team -> team.trust().equals(any.trust()))
                                        .limit(1))
                        .map(this::participation);
        return Stream.concat(people, teams).toList();
    }

    private String participation(TrialTeam team) {
        return look(
                "a team, " + team.participation().name().toLowerCase(Locale.ROOT),
                "/teams/" + team.id(trial.size()) + "/participation");
    }

    private Object told(TrialTeam team) {
        return CaseLine.told(team, trial.size());
    }

    private String look(String what, String path) {
        return "%-20s curl -H \"Authorization: Bearer $TOKEN\" -H 'Purpose: AUDIT' '%s/api/v1%s'"
                .formatted(what, url, path);
    }
}
