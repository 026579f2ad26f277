package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** What is odd is recorded, and shown as a notice: of the team, and in the person's plan. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NoticingTest {

    private final Story story = Story.begun();

    @Test
    void staff_of_nowhere_are_noticed_in_the_team_and_in_the_plan() {
        Body session =
                story.session("2011-03-14T10:00:00Z", Entries.goalVoiced(Story.id(), "To sing."))
                        .with(
                                "participants",
                                List.of(
                                        Map.of("party", "SERVICE_USER"),
                                        Story.worker(story.worker),
                                        Story.worker(Story.id())));
        long position = story.post(session).recorded().at("/position").asLong();

        String notices = "/api/v1/teams/" + story.team + "/notices?minPosition=" + position;
        assertThat(codes(story.service.get(notices, story.leader), session))
                .contains("staff.not-on-roster");
        assertThat(codes(story.plan(story.staff, ""), session))
                .containsExactlyInAnyOrder("staff.not-on-roster", "entry.late");
    }

    @Test
    void somebody_who_joined_in_time_is_no_stranger_as_far_as_it_was_known() {
        String colleague = Story.id();
        Body session =
                story.session("2011-03-14T10:00:00Z", Entries.goalVoiced(Story.id(), "To sing."))
                        .with("participants", List.of(Story.worker(colleague)))
                        .with("recordedBy", Story.worker(colleague));
        String recordedAt = story.post(session).recorded().text("/recordedAt");
        story.joined(story.team, colleague, "2011-03-14");

        assertThat(codes(story.plan(story.staff, ""), session)).containsExactly("entry.late");
        assertThat(codes(story.plan(story.staff, "?knownAt=" + recordedAt), session))
                .contains("staff.not-on-roster");
    }

    private static List<String> codes(Answer answer, Body session) {
        return answer.found()
                .at("/notices")
                .valueStream()
                .filter(notice ->
                        notice.path("entryId").asString().equals(session.text("sessionId")))
                .map(notice -> notice.path("code").asString())
                .toList();
    }
}
