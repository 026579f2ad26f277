package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.refocusrecord.web.json.JsonAnswers;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpRequest.BodyPublishers;

/** The nil UUID, which a sender sends who forgot to set an id, is the id of nothing at any door. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SendingNoIdTest {

    private static final Story STORY = Story.begun();
    private static final String NIL = "00000000-0000-0000-0000-000000000000";

    @Test
    void in_a_query_it_is_not_readable() {
        STORY.service
                .get("/api/v1/audit/goals?caseId=" + NIL, STORY.auditor)
                .refused(400, "query.not-readable /caseId");
    }

    @Test
    void in_an_import_the_line_is_refused() {
        Body closure = Body.of("commandId", Story.id(), "caseId", NIL, "reason", "MOVED_AWAY");
        String line = Body.of("command", "closure", "body", closure) + "\n";

        JsonNode outcome =
                JsonAnswers.mapper()
                        .readTree(
                                STORY.service
                                        .send(
                                                STORY.service
                                                        .request("/api/v1/imports", STORY.system)
                                                        .header(
                                                                "Content-Type",
                                                                "application/x-ndjson")
                                                        .POST(BodyPublishers.ofString(line)))
                                        .found()
                                        .asText());

        assertThat(outcome.path("outcome").asString()).isEqualTo("REFUSED");
        assertThat(outcome.at("/problem/errors/0/code").asString()).isEqualTo("field.wrong-type");
        assertThat(outcome.at("/problem/errors/0/pointer").asString()).isEqualTo("/body/caseId");
    }
}
