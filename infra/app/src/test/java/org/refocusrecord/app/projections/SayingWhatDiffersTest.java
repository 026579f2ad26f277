package org.refocusrecord.app.projections;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.refocusrecord.web.json.JsonAnswers;

import tools.jackson.databind.JsonNode;

/** What the command line says of a rebuilt view that waits for somebody's word. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SayingWhatDiffersTest {

    private static JsonNode rebuild(String state, boolean told, String differs) {
        return JsonAnswers.mapper()
                .readTree(
                        """
                        {"state": "%s", "told": %s, "differs": [%s]}
                        """
                                .formatted(state, told, differs));
    }

    @Test
    void one_by_an_older_version_waits_though_both_hold_the_same() {
        assertThat(Findings.differences(rebuild("DIFFERS", true, "")))
                .singleElement()
                .asString()
                .contains("one by an older version waits too");
    }

    @Test
    void nothing_is_said_of_cases_until_they_were_looked_for_or_where_it_does_not_wait() {
        assertThat(Findings.differences(rebuild("DIFFERS", false, ""))).isEmpty();
        assertThat(Findings.differences(rebuild("FOLDING", true, ""))).isEmpty();
    }

    @Test
    void each_case_is_named_with_its_rows_and_with_where_it_is_parked() {
        String rows =
                """
                {"stream": "case/1", "table": "case_file", "onlyLive": 2, "onlyRebuilt": 1,
                 "parkedLive": false, "parkedRebuilt": true}
                """;
        String parked =
                """
                {"stream": "case/2", "table": null, "parkedLive": true, "parkedRebuilt": false}
                """;
        String both =
                """
                {"stream": "case/3", "table": null, "parkedLive": true, "parkedRebuilt": true}
                """;
        assertThat(Findings.differences(rebuild("DIFFERS", true, rows + "," + parked + "," + both)))
                .containsExactly(
                        "case/1, in case_file: 2 rows only in what is live, 1 only in what was"
                                + " rebuilt, parked in what was rebuilt",
                        "case/2, parked in what is live",
                        "case/3, parked in both");
    }
}
