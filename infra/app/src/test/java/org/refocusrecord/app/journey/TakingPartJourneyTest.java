package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/**
 * The worked example of policy participation-1, built from posted events: every part as printed,
 * 0.6434, LOW.
 */
class TakingPartJourneyTest {

    private final Story story = new Story();
    private final List<String> roster = new ArrayList<>();

    @Test
    void the_worked_example_comes_out_part_by_part_and_so_does_the_same_with_a_data_gap() {
        team();
        trainings();
        reflections();
        project();
        conversations();

        Answer counted = participation();

        assertThat(counted.status()).as(counted.body().toPrettyString()).isEqualTo(200);
        part(counted, 0, "RECOVERY_TRAINING", 31, 43, "0.7209");
        part(counted, 1, "COACHING_TRAINING", 43, 57, "0.7544");
        part(counted, 2, "TEAM_REFLECTION", 2, 3, "0.6667");
        part(counted, 3, "LEADER_REFLECTION", 4, 6, "0.6667");
        assertThat(counted.at("/parts/4/value").decimalValue()).isEqualByComparingTo("0.5");
        part(counted, 5, "PRACTICE_REACH", 33, 60, "0.55");
        assertThat(counted.at("/index").decimalValue()).isEqualByComparingTo("0.6434");
        assertThat(counted.at("/class").asString()).isEqualTo("LOW");
        assertThat(counted.at("/closed").asBoolean()).isTrue();
        assertThat(counted.at("/completeness").decimalValue()).isEqualByComparingTo("1");

        post(
                "data-gaps",
                """
                "kind": "TEAM_REFLECTION", "from": "2012-01-10", "to": "2012-01-12", "reason": "The notes were lost."
                """);
        Answer withGap = participation();

        part(withGap, 2, "TEAM_REFLECTION", 2, 2, "1");
        assertThat(withGap.at("/index").decimalValue()).isEqualByComparingTo("0.6767");
        assertThat(withGap.at("/class").asString()).isEqualTo("HIGH");
        assertThat(withGap.at("/completeness").decimalValue()).isEqualByComparingTo("0.9667");
    }

    private Answer participation() {
        return story.service.get(
                "/api/v1/teams/" + story.team + "/participation?asOf=2012-06-01", story.auditor);
    }

    private static void part(
            Answer answer, int index, String part, int numerator, int denominator, String value) {
        String at = "/parts/" + index;
        assertThat(answer.at(at + "/part").asString()).isEqualTo(part);
        assertThat(answer.at(at + "/numerator").decimalValue())
                .as(part)
                .isEqualByComparingTo(Integer.toString(numerator));
        assertThat(answer.at(at + "/denominator").decimalValue())
                .as(part)
                .isEqualByComparingTo(Integer.toString(denominator));
        assertThat(answer.at(at + "/value").decimalValue()).as(part).isEqualByComparingTo(value);
    }

    private void team() {
        recorded(
                story.service.post(
                        "/api/v1/teams",
                        """
                        {"commandId": "%s", "teamId": "%s", "trust": "%s", "name": "A team", "officialType": "RECOVERY"}
                        """
                                .formatted(Story.id(), story.team, story.trust),
                        story.admin));
        String study = Story.id();
        recorded(
                story.service.post(
                        "/api/v1/studies",
                        """
                        {"commandId": "%s", "studyId": "%s", "name": "A study", "startsOn": "2011-04-01"}
                        """
                                .formatted(Story.id(), study),
                        story.admin));
        post(
                "allocation",
                """
                "studyId": "%s", "arm": "INTERVENTION", "startsOn": "2011-04-01"
                """
                        .formatted(study));
        for (int member = 0; member < 15; member++) {
            joined("2011-03-01");
        }
    }

    private void joined(String on) {
        String worker = roster.isEmpty() ? story.worker : Story.id();
        post(
                "staff",
                "\"workerId\": \"%s\", \"change\": \"JOINED\", \"on\": \"%s\""
                        .formatted(worker, on));
        roster.add(worker);
    }

    private void oneLeaves(String on) {
        String worker = roster.removeLast();
        post(
                "staff",
                "\"workerId\": \"%s\", \"change\": \"LEFT\", \"on\": \"%s\"".formatted(worker, on));
    }

    private void trainings() {
        held("PERSONAL_RECOVERY_TRAINING", "2011-04-12", 12);
        oneLeaves("2011-04-30");
        held("PERSONAL_RECOVERY_TRAINING", "2011-05-10", 10);
        joined("2011-06-01");
        held("COACHING_TRAINING", "2011-06-15", 13);
        oneLeaves("2011-06-30");
        held("COACHING_TRAINING", "2011-07-12", 9);
        held("PERSONAL_RECOVERY_TRAINING", "2011-08-02", 9);
        oneLeaves("2011-08-10");
        held("COACHING_TRAINING", "2011-08-20", 8);
    }

    private void reflections() {
        held("TEAM_REFLECTION", "2011-05-20", 5);
        held("TEAM_REFLECTION", "2011-07-20", 5);
        held("TEAM_LEADER_REFLECTION", "2011-04-20", 1);
        held("TEAM_LEADER_REFLECTION", "2011-06-20", 1);
        held("TEAM_LEADER_REFLECTION", "2011-09-20", 1);
        held("TEAM_LEADER_REFLECTION", "2011-12-20", 1);
    }

    private void held(String kind, String on, int present) {
        List<String> attendance = new ArrayList<>();
        for (int index = 0; index < roster.size(); index++) {
            attendance.add(
                    "{\"party\": \"STAFF\", \"id\": \"%s\", \"state\": \"%s\"}"
                            .formatted(
                                    roster.get(index),
                                    index < present ? "PRESENT_FULL" : "ABSENT_CLINICAL"));
        }
        post(
                "implementation-sessions",
                "\"kind\": \"%s\", \"occurredOn\": \"%s\", \"attendance\": [%s]"
                        .formatted(kind, on, String.join(",", attendance)));
    }

    private void project() {
        post(
                "partnership-project",
                """
                "projectId": "%s", "title": "A walk together", "stage": "ORGANISING", "status": "UNDER_WAY", "on": "2011-10-01"
                """
                        .formatted(Story.id()));
    }

    private void post(String what, String members) {
        recorded(
                story.service.post(
                        "/api/v1/teams/" + story.team + "/" + what,
                        "{\"commandId\": \"%s\", %s}".formatted(Story.id(), members),
                        story.admin));
    }

    /**
     * Twenty people; eight were reached by the first practice, eleven by the second, fourteen by
     * the third.
     */
    private void conversations() {
        for (int index = 0; index < 20; index++) {
            String aCase = Story.id();
            recorded(story.open(aCase, Story.id()));
            List<Body> entries = new ArrayList<>();
            if (index < 8) {
                entries.add(
                        Entries.entry("VALUES_CONVERSATION", "approaches", List.of("NARRATIVE")));
            }
            if (index < 11) {
                entries.add(Entries.entry("STRENGTHS_CONVERSATION"));
            }
            if (index < 14) {
                entries.add(Entries.entry("GOAL_CONVERSATION", "phase", "IDENTIFY_GOALS"));
                Body session = story.session("2011-06-06T10:00:00Z", entries.toArray());
                recorded(story.post(session.with("caseId", aCase)));
            }
        }
    }

    private static void recorded(Answer answer) {
        answer.recorded();
    }
}
