package org.refocusrecord.app.demo.cases;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.app.demo.teams.Member;
import org.refocusrecord.app.demo.teams.Roster;
import org.refocusrecord.app.demo.trial.TrialTeam;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.team.CaptureMode;
import org.refocusrecord.events.workingpractice.Practice;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What has been told of a case so far, so that nothing is named that is not there. It changes as
 * the story goes on.
 */
final class Picture {

    TrialTeam team;
    Roster roster;
    Member worker;
    @Nullable Member keyWorker;
    final @Nullable Person carer;
    final boolean interpreted;

    final Set<Practice> held = EnumSet.noneOf(Practice.class);
    final List<UUID> values = new ArrayList<>();
    final List<UUID> preferences = new ArrayList<>();
    final List<UUID> strengths = new ArrayList<>();
    final List<UUID> aspirations = new ArrayList<>();
    final List<GoalNow> goals = new ArrayList<>();
    final List<UUID> actions = new ArrayList<>();

    @Nullable UUID contract;
    @Nullable Person contractWith;
    @Nullable UUID lastTalk;
    @Nullable UUID lastSession;

    Picture(
            TrialTeam team,
            Roster roster,
            Member worker,
            @Nullable Person carer,
            boolean interpreted) {
        this.team = team;
        this.roster = roster;
        this.worker = worker;
        this.carer = carer;
        this.interpreted = interpreted;
    }

    /** Whether the forms of the intervention exist in the team. */
    boolean hasForms() {
        return team.captureMode() == CaptureMode.FULL;
    }

    /** Goals that were set and are neither completed nor cancelled. */
    List<GoalNow> underWay() {
        return goals.stream().filter(GoalNow::isUnderWay).toList();
    }

    /** Goals that were voiced and not taken up. */
    List<GoalNow> voiced() {
        return goals.stream().filter(goal -> !goal.set).toList();
    }

    /** Goals to which the person has not agreed. */
    List<GoalNow> notAgreed() {
        return underWay().stream().filter(goal -> !goal.agreed).toList();
    }

    List<GoalNow.StepNow> openSteps() {
        return underWay().stream().flatMap(goal -> goal.openSteps().stream()).toList();
    }

    /** What a goal may arise from. */
    List<UUID> sources() {
        return Stream.of(values, strengths, preferences, aspirations)
                .flatMap(List::stream)
                .toList();
    }
}
