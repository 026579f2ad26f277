package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The responsibility table of a casenote audit: posted as steps and actions, and counted. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CountingResponsibilityTest {

    /** As printed; the total that was printed beside them, 7,134, is 21 short of their sum. */
    private static final Map<String, Integer> PRINTED = new LinkedHashMap<>();

    static {
        PRINTED.put("STAFF", 4977);
        PRINTED.put("SERVICE_USER", 594);
        PRINTED.put("STAFF+SERVICE_USER", 1526);
        PRINTED.put("CARER", 8);
        PRINTED.put("STAFF+CARER", 29);
        PRINTED.put("SERVICE_USER+CARER", 21);
        PRINTED.put("STAFF+SERVICE_USER+CARER", 0);
    }

    private static final int CASES = 4;
    private static final int ENTRIES = 200;

    private final Story story = Story.begun();
    private final String carer = Story.id();

    @Test
    void the_seven_rows_come_back_exactly() {
        posted();
        Answer counted = counts("").found();

        PRINTED.forEach((parties, count) ->
                assertThat(counted.at("/counts/" + parties).asInt()).as(parties).isEqualTo(count));
        assertThat(counted.at("/counts")).hasSize(7);
        assertThat(counted.at("/total").asInt()).isEqualTo(7155);
        assertThat(counted.at("/outsideTable").asInt()).isZero();
        assertThat(counted.at("/shares/STAFF").decimalValue()).isEqualByComparingTo("0.6956");
        assertThat(counted.at("/shares/SERVICE_USER").decimalValue())
                .isEqualByComparingTo("0.0830");
        assertThat(counted.at("/shares/STAFF+SERVICE_USER").decimalValue())
                .isEqualByComparingTo("0.2133");
        assertThat(counted.at("/shares/CARER").decimalValue()).isEqualByComparingTo("0.0011");
        int steps = counts("?kind=step").at("/total").asInt();
        int actions = counts("?kind=action").at("/total").asInt();
        assertThat(steps).isPositive();
        assertThat(actions).isPositive();
        assertThat(steps + actions).isEqualTo(7155);
        assertThat(counts("?by=planned").at("/counts")).isEqualTo(counted.at("/counts"));
        assertThat(counts("?by=done").at("/total").asInt()).isZero();
        assertThat(counts("?party=CARER").at("/total").asInt()).isEqualTo(8 + 29 + 21);
    }

    private void posted() {
        List<String> rows = new ArrayList<>();
        PRINTED.forEach((parties, count) -> rows.addAll(Collections.nCopies(count, parties)));
        List<String> cases = new ArrayList<>(List.of(story.caseId));
        while (cases.size() < CASES) {
            String more = Story.id();
            story.open(more, Story.id()).recorded();
            cases.add(more);
        }
        for (int from = 0, number = 0; from < rows.size(); from += ENTRIES - 1, number++) {
            List<String> some = rows.subList(from, Math.min(rows.size(), from + ENTRIES - 1));
            story.post(session(cases.get(number % CASES), some)).recorded();
        }
    }

    /** A goal, and steps of it and actions in turn. */
    private Body session(String aCase, List<String> rows) {
        String goal = Story.id();
        List<Object> entries = new ArrayList<>();
        entries.add(Entries.goalSet(goal, "To have a say."));
        for (String parties : rows) {
            Object[] responsible = parties.split("\\+", -1);
            entries.add(
                    entries.size() % 2 == 0
                            ? Entries.stepPlanned(goal, Story.id(), responsible)
                            : Entries.actionAdded(Story.id(), responsible));
        }
        return story.session("2011-03-14T10:00:00Z")
                .with("caseId", aCase)
                .with("entries", entries)
                .with(
                        "participants",
                        List.of(
                                Map.of("party", "SERVICE_USER"),
                                Story.worker(story.worker),
                                Story.party("CARER", carer)));
    }

    @Test
    void by_who_planned_who_is_responsible_now_and_who_did_it() {
        String goal = Story.id();
        String moved = Story.id();
        String done = Story.id();
        String removed = Story.id();
        String withAnAdvocate = Story.id();
        story.held(
                "2011-03-14T10:00:00Z",
                Entries.goalSet(goal, "To have a say."),
                Entries.stepPlanned(goal, moved, "STAFF"),
                Entries.stepPlanned(goal, done, "STAFF"),
                Entries.actionAdded(removed, "STAFF"),
                Entries.actionAdded(withAnAdvocate, "STAFF", Story.party("ADVOCATE", Story.id())));
        story.held(
                "2011-04-11T10:00:00Z",
                Entries.entry(
                        "GOAL_STEP_CHANGED",
                        "stepId",
                        moved,
                        "responsible",
                        List.of("STAFF", "SERVICE_USER"),
                        "decidedBy",
                        List.of("SERVICE_USER")),
                Entries.stepDone(done, "SERVICE_USER"),
                Entries.entry(
                        "CARE_ACTION_REMOVED",
                        "actionId",
                        removed,
                        "outcome",
                        "DONE",
                        "decidedBy",
                        List.of("STAFF")));

        assertThat(nonZero("")).isEqualTo("STAFF+SERVICE_USER 1, outside 1");
        assertThat(nonZero("?by=planned")).isEqualTo("STAFF 3, outside 1");
        assertThat(nonZero("?by=done")).isEqualTo("STAFF 1, SERVICE_USER 1, outside 0");
        assertThat(nonZero("?asOf=2011-03-31")).isEqualTo("STAFF 3, outside 1");
        assertThat(nonZero("?by=done&from=2011-04-12")).isEqualTo("outside 0");
        assertThat(nonZero("?by=done&from=2011-04-11&to=2011-04-11"))
                .isEqualTo("STAFF 1, SERVICE_USER 1, outside 0");
        assertThat(nonZero("?workerId=" + story.worker))
                .isEqualTo("STAFF+SERVICE_USER 1, outside 1");
        assertThat(nonZero("?workerId=" + Story.id())).isEqualTo("outside 0");
        assertThat(nonZero("?teamId=" + story.team)).isEqualTo("STAFF+SERVICE_USER 1, outside 1");
        assertThat(nonZero("?teamId=" + Story.id())).isEqualTo("outside 0");
        assertThat(counts("?teamId=" + Story.id()).at("/shares/STAFF").isNull()).isTrue();
    }

    private Answer counts(String query) {
        return story.service.get("/api/v1/audit/responsibility" + query, story.auditor);
    }

    private String nonZero(String query) {
        Answer counted = counts(query).found();
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, JsonNode> row : counted.at("/counts").properties()) {
            if (row.getValue().asInt() > 0) {
                text.append(row.getKey()).append(' ').append(row.getValue().asInt()).append(", ");
            }
        }
        return text.append("outside ").append(counted.at("/outsideTable").asInt()).toString();
    }
}
