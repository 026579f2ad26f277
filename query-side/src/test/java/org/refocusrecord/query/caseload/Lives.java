package org.refocusrecord.query.caseload;

import org.refocusrecord.query.projection.StoryLog;
import org.refocusrecord.query.team.TeamStory;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A team, and people with whom it works, each for some months. */
public final class Lives {

    public final TeamStory team;
    private final StoryLog log;
    private final List<CaseInLog> cases = new ArrayList<>();

    public Lives(StoryLog log) {
        this.log = log;
        this.team = new TeamStory(log, TeamStory.TEAM);
    }

    /** One more, whose worker comes to the team with them. */
    public void life(int n) {
        CaseInLog story = new CaseInLog(log, n, TeamStory.TEAM, "2012-01-05", 1);
        cases.add(story);
        team.joined(n, "2012-01-01");
        story.session(n, "2012-02-01T10:00:00Z", story.goalSet());
        story.session(1, "2012-03-01T10:00:00Z", story.goalReviewed());
    }

    /** Some more. */
    public void from(int first, int last) {
        IntStream.rangeClosed(first, last).forEach(this::life);
    }

    /** The cases that were told of. */
    public List<CaseInLog> cases() {
        return cases;
    }
}
