package org.refocusrecord.query.caseload;

import org.refocusrecord.query.projection.StoryLog;
import org.refocusrecord.query.team.TeamStory;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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

    /** Whatever may happen next. */
    public void something(Random random) {
        String day = "2012-%02d-%02d".formatted(2 + random.nextInt(10), 1 + random.nextInt(28));
        CaseInLog any = cases.get(random.nextInt(cases.size()));
        switch (random.nextInt(8)) {
            case 0 -> life(cases.size() + 1);
            case 1 -> team.joined(100 + random.nextInt(50), day);
            case 2 -> any.closed(day);
            case 3 -> any.reopened(day);
            case 4 -> any.died(day);
            case 5 -> any.inError(any.session(1, day + "T10:00:00Z", any.goalsTalkedAbout()));
            case 6 -> any.transferred(TeamStory.team(2), day);
            default -> any.session(random.nextInt(9), day + "T10:00:00Z", any.valuesTalkedAbout());
        }
    }

    /** The cases that were told of. */
    public List<CaseInLog> cases() {
        return cases;
    }
}
