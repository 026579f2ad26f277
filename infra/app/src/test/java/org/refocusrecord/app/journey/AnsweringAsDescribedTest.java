package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** What is really answered keeps to the schemas of the OpenAPI document, member by member. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AnsweringAsDescribedTest {

    private static final Story STORY = Story.begun();
    private static final Body SESSION = EveryKind.session(STORY);
    private static final JsonNode DOCUMENT = STORY.service.get("/openapi.json", "").found().body();

    private final String ofCase = "/api/v1/cases/" + STORY.caseId;
    private final String ofTeam = "/api/v1/teams/" + STORY.team;

    @Test
    void a_session_and_all_reads_of_it() {
        answers("post", "/api/v1/sessions", STORY.post(SESSION).recorded());
        disagreed();
        String session = "/api/v1/sessions/" + SESSION.text("sessionId");
        reads("/api/v1/sessions/{id}", session, STORY.self);
        Answer receipt = STORY.service.get(session + "/receipt", STORY.system).found();
        reads(
                "/api/v1/integrity/events/{eventId}/proof",
                "/api/v1/integrity/events/" + receipt.text("/events/0/eventId") + "/proof",
                STORY.self);
        reads(
                "/api/v1/integrity/consistency",
                "/api/v1/integrity/consistency?from=1&to=1",
                STORY.self);
        reads("/api/v1/sessions/{id}/receipt", session + "/receipt", STORY.system);
        reads("/api/v1/cases", "/api/v1/cases", STORY.staff);
        reads("/api/v1/cases/{id}", ofCase, STORY.staff);
        reads("/api/v1/cases/{id}/events", ofCase + "/events", STORY.staff);
        for (String query : List.of("", "?include=all", "?asOf=2011-03-15", "?asOf=2011-01-01")) {
            for (String token : List.of(STORY.self, STORY.staff, STORY.auditor)) {
                reads("/api/v1/cases/{id}/care-plan", ofCase + "/care-plan" + query, token);
            }
        }
    }

    private static void disagreed() {
        Body disagreement =
                Body.of(
                        "commandId",
                        Story.id(),
                        "target",
                        SESSION.text("sessionId"),
                        "party",
                        "SERVICE_USER",
                        "words",
                        "It was shorter.");
        STORY.command("disagreements", disagreement, STORY.self).recorded();
        Body reply =
                Body.of(
                        "commandId", Story.id(),
                        "party", Story.worker(STORY.worker),
                        "words", "So it was.");
        String replies = "disagreements/" + disagreement.text("commandId") + "/replies";
        answers(
                "post",
                "/api/v1/cases/{id}/disagreements/{disagreementId}/replies",
                STORY.command(replies, reply, STORY.staff).recorded());
    }

    @Test
    void teams_audits_and_operations() {
        reads("/api/v1/teams", "/api/v1/teams", STORY.leader);
        reads("/api/v1/teams/{id}", ofTeam, STORY.leader);
        reads("/api/v1/teams/{id}/notices", ofTeam + "/notices", STORY.leader);
        reads("/api/v1/teams/{id}/participation", ofTeam + "/participation", STORY.leader);
        reads("/api/v1/audit/goals", "/api/v1/audit/goals", STORY.auditor);
        reads("/api/v1/audit/responsibility", "/api/v1/audit/responsibility", STORY.auditor);
        for (String path : List.of("/api/v1/projections", "/api/v1/parked", "/api/v1/retention")) {
            reads(path, path, STORY.admin);
        }
    }

    private static void reads(String described, String path, String token) {
        answers("get", described, STORY.service.get(path, token).found());
    }

    private static void answers(String method, String path, Answer answer) {
        JsonNode schema =
                DOCUMENT.path("paths")
                        .path(path)
                        .path(method)
                        .path("responses")
                        .path(String.valueOf(answer.status()))
                        .at("/content/application~1json/schema");
        assertThat(schema.isMissingNode()).as(path).isFalse();
        List<String> differences = new ArrayList<>();
        compare(answer.body(), schema, "", differences);
        assertThat(differences).as(path + ": " + answer.asText()).isEmpty();
    }

    /** Notes every place at which an answer is not as its schema has it. */
    private static void compare(JsonNode answer, JsonNode schema, String at, List<String> found) {
        if (schema.has("$ref")) {
            compare(answer, DOCUMENT.at(schema.path("$ref").asString().substring(1)), at, found);
        } else if (schema.has("anyOf")) {
            boolean one =
                    StreamSupport.stream(schema.path("anyOf").spliterator(), false)
                            .anyMatch(choice -> fits(answer, choice, at));
            if (!one) {
                found.add(at + " fits none of " + schema);
            }
        } else if (!isOfType(answer, schema.path("type").asString(""))) {
            found.add(at + " is no " + schema.path("type").asString());
        } else {
            members(answer, schema, at, found);
        }
    }

    private static boolean fits(JsonNode answer, JsonNode schema, String at) {
        List<String> found = new ArrayList<>();
        compare(answer, schema, at, found);
        return found.isEmpty();
    }

    private static void members(JsonNode answer, JsonNode schema, String at, List<String> found) {
        for (JsonNode name : schema.path("required")) {
            if (!answer.has(name.asString())) {
                found.add(at + "/" + name.asString() + " is missing");
            }
        }
        for (Map.Entry<String, JsonNode> member : answer.properties()) {
            JsonNode known = schema.path("properties").path(member.getKey());
            String place = at + "/" + member.getKey();
            if (!known.isMissingNode()) {
                compare(member.getValue(), known, place, found);
            } else if (schema.has("properties")) {
                found.add(place + " is not described");
            } else if (schema.path("additionalProperties").isObject()) {
                compare(member.getValue(), schema.path("additionalProperties"), place, found);
            }
        }
        for (int index = 0; answer.isArray() && index < answer.size(); index++) {
            compare(answer.get(index), schema.path("items"), at + "/" + index, found);
        }
    }

    private static boolean isOfType(JsonNode answer, String type) {
        return switch (type) {
            case "object" -> answer.isObject();
            case "array" -> answer.isArray();
            case "string" -> answer.isString();
            case "integer" -> answer.isIntegralNumber();
            case "number" -> answer.isNumber();
            case "boolean" -> answer.isBoolean();
            case "null" -> answer.isNull();
            default -> true;
        };
    }
}
